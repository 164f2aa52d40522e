import type { SpecialtyCode } from './specialty.ts'

/** A patient's folders are numbers; what a number means stands only inside sealed bytes. */
export type Folder = number

/** Holds the patient's identity profile. Doctors never write to it. */
export const IDENTITY_FOLDER: Folder = 0
/** Every patient has it, so that its number tells nothing: for whatever belongs to no one specialty. */
export const GENERAL_FOLDER: Folder = 1
/** Folders fit a 64-bit set. */
export const FOLDER_LIMIT = 64

/** A folder as screens show it. */
export type FolderView = {
  readonly folder: Folder
  /** Null for the general folder, and for one whose meaning this session can't open. */
  readonly specialty: SpecialtyCode | null
  readonly records: number
}

/** Where a record goes: a folder that is open, or the one of a specialty, which is opened when it is first needed. */
export type Destination = { readonly folder: Folder } | { readonly specialty: SpecialtyCode }

export function folderSet(folders: readonly Folder[]): bigint {
  return folders.reduce((set, folder) => set | (1n << BigInt(folder)), 0n)
}

export function foldersOf(set: bigint): Folder[] {
  return Array.from({ length: FOLDER_LIMIT }, (_, folder) => folder).filter(
    (folder) => (set >> BigInt(folder)) & 1n,
  )
}
