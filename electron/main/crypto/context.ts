import type { Address, Digest, Hex32, Pointer } from '../domain/bytes.ts'
import type { Folder } from '../domain/folder.ts'

/** The deployment that sealed bytes belong to; bytes of another chain or contract never open here. */
export type Deployment = { readonly chainId: number; readonly contract: Address }

/** A folder's keys at one point of its life. */
export type FolderEpoch = { readonly patient: Address; readonly folder: Folder; readonly epoch: number }

/** What a kit and its shares are sealed with. */
export type KitContext = {
  /** The private half of a plan's emergency access key. */
  readonly emergency: (patient: Address, plan: number) => string
  readonly share: (patient: Address, plan: number, guardian: Address) => string
  readonly handedShare: (patient: Address, plan: number, request: number, doctor: Address) => string
}

/** Associated data and OAEP label of everything sealed (protocol: Sealing). Only what is known when sealing. */
export type Context = KitContext & {
  readonly content: (at: FolderEpoch, salt: Hex32) => string
  readonly card: (at: FolderEpoch, commit: Hex32) => string
  readonly recordKey: (at: FolderEpoch, commit: Hex32) => string
  /** Label of a record key wrapped to one reader in a card's `to`. */
  readonly recordKeyFor: (at: FolderEpoch, commit: Hex32, recipient: Address) => string
  readonly folderKey: (at: FolderEpoch, recipient: Address) => string
  /** What a folder is for. */
  readonly meaning: (at: FolderEpoch) => string
  readonly single: (patient: Address, digest: Digest, recipient: Address) => string
  readonly profile: (account: Address, recipient: Address) => string
  readonly profileContent: (account: Address) => string
  readonly consent: (patient: Address, reader: Address, recipient: Address) => string
  readonly consentContent: (patient: Address, reader: Address) => string
  /** What a drill's kit is sealed with: nothing made for one is any good in an emergency. */
  readonly drill: KitContext
  readonly criticalCard: (patient: Address, recipient: Address) => string
  readonly criticalCardContent: (patient: Address) => string
  /** A folder key that a reader gives back to its patient. */
  readonly offer: (at: FolderEpoch, from: Address) => string
  /** The same of a record key, named by its card. */
  readonly offeredRecord: (at: FolderEpoch, card: Pointer, from: Address) => string
  /** What a doctor states when asking. */
  readonly reason: (patient: Address, doctor: Address, recipient: Address) => string
  readonly reasonContent: (patient: Address, doctor: Address) => string
}

export function contextOf({ chainId, contract }: Deployment): Context {
  const line = (kind: string, ...parts: readonly (string | number)[]): string =>
    ['medical-chain/1', kind, chainId, contract, ...parts].join('/').toLowerCase()
  const at = ({ patient, folder, epoch }: FolderEpoch): [Address, number, number] => [patient, folder, epoch]
  return {
    content: (where, salt) => line('content', ...at(where), salt),
    card: (where, commit) => line('card', ...at(where), commit),
    recordKey: (where, commit) => line('record-key', ...at(where), commit),
    recordKeyFor: (where, commit, recipient) => line('record-key', ...at(where), commit, recipient),
    folderKey: (where, recipient) => line('folder-key', ...at(where), recipient),
    meaning: (where) => line('meaning', ...at(where)),
    single: (patient, digest, recipient) => line('single', patient, digest, recipient),
    profile: (account, recipient) => line('profile', account, recipient),
    profileContent: (account) => line('profile', account),
    consent: (patient, reader, recipient) => line('consent', patient, reader, recipient),
    consentContent: (patient, reader) => line('consent', patient, reader),
    emergency: (patient, plan) => line('emergency', patient, plan),
    share: (patient, plan, guardian) => line('share', patient, plan, guardian),
    handedShare: (patient, plan, request, doctor) => line('share', patient, plan, request, doctor),
    drill: {
      emergency: (patient, plan) => line('drill', patient, plan),
      share: (patient, plan, guardian) => line('drill-share', patient, plan, guardian),
      handedShare: (patient, plan, request, doctor) => line('drill-share', patient, plan, request, doctor),
    },
    criticalCard: (patient, recipient) => line('critical-card', patient, recipient),
    criticalCardContent: (patient) => line('critical-card', patient),
    offer: (where, from) => line('offer', ...at(where), from),
    offeredRecord: (where, card, from) => line('offer', ...at(where), card, from),
    reason: (patient, doctor, recipient) => line('reason', patient, doctor, recipient),
    reasonContent: (patient, doctor) => line('reason', patient, doctor),
  }
}

/** Bytes of a context, as HKDF and OAEP take it. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
