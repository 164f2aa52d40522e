/** A patient's folders are numbers; what a number means stands only inside sealed bytes. */
export type Folder = number

/** Holds the patient's identity profile. Doctors never write to it. */
export const IDENTITY_FOLDER: Folder = 0
/** Holds the records of a patient who has opened no other folder. */
export const RECORDS_FOLDER: Folder = 1
/** Folders fit a 64-bit set. */
export const FOLDER_LIMIT = 64

export function folderSet(folders: readonly Folder[]): bigint {
  return folders.reduce((set, folder) => set | (1n << BigInt(folder)), 0n)
}

export function foldersOf(set: bigint): Folder[] {
  return Array.from({ length: FOLDER_LIMIT }, (_, folder) => folder).filter(
    (folder) => (set >> BigInt(folder)) & 1n,
  )
}
