import type { Address } from '../domain/bytes.ts'
import type { Destination, Folder } from '../domain/folder.ts'
import type { Source } from '../ports/files.ts'
import type { AddState, GiveState, MoveState, RecoverState, RemoveState } from './job.ts'
import { seconds, type World } from './world.ts'

type Begun = Pick<AddState, 'id' | 'startedAt' | 'finishedAt' | 'transaction'>

const begun = (world: World): Begun => ({
  id: crypto.randomUUID(),
  startedAt: seconds(world),
  finishedAt: null,
  transaction: null,
})

/** What a new record shall be. */
export type ToAdd = {
  readonly patient: Address
  readonly to: Destination
  readonly title: string
  readonly mediaType: string
}

export const newAdd = (world: World, { patient, to, title, mediaType }: ToAdd, source: Source): AddState => ({
  ...begun(world),
  kind: 'add',
  patient,
  folder: 'folder' in to ? to.folder : null,
  specialty: 'specialty' in to ? to.specialty : null,
  title,
  mediaType,
  byteLength: source.byteLength,
  path: source.path,
  sealed: null,
  signed: null,
  uploaded: false,
  record: null,
})

/** Whom to give what, until when. */
export type ToGive = Pick<GiveState, 'reader' | 'readerName' | 'folders' | 'specialties' | 'mayAdd' | 'until'>

/** Whom to share single records with, until when. */
export type ToShare = Pick<GiveState, 'reader' | 'readerName' | 'records' | 'until'>

export const newGive = (world: World, toGive: ToGive | ToShare): GiveState => ({
  ...begun(world),
  kind: 'give',
  folders: [],
  specialties: [],
  records: [],
  mayAdd: false,
  ...toGive,
  prepared: null,
  confirmed: false,
  signed: null,
})

export const newMove = (world: World, record: number, title: string, to: Destination): MoveState => ({
  ...begun(world),
  kind: 'move',
  record,
  title,
  confirmed: false,
  specialty: 'specialty' in to ? to.specialty : null,
  target: 'folder' in to ? to.folder : null,
  folders: [],
  rekey: [],
  rekeyed: false,
})

export const newRecover = (
  world: World,
  kind: RecoverState['kind'],
  title: string,
  folders: Folder[],
): RecoverState => ({
  ...begun(world),
  kind,
  title,
  folders,
  confirmed: false,
  leftOut: [],
  rekey: [],
  rekeyed: false,
})

export const newRemove = (
  world: World,
  reader: Address,
  readerName: string,
  folders: Folder[],
): RemoveState => ({
  ...begun(world),
  kind: 'remove',
  reader,
  readerName,
  folders,
  confirmed: false,
  signed: null,
  blockedAt: null,
  endedAlone: false,
  rekey: [],
  rekeyed: false,
})
