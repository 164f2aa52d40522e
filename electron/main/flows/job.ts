import { z } from 'zod'
import { decodeJson, encodeJson } from '../crypto/canonical-json.ts'
import { fromBase64 } from '../crypto/hex.ts'
import type { ActMessages, ActName, Stamp } from '../domain/acts.ts'
import type { Address, Cid, Digest, Hex32, Pointer, PublicBlock } from '../domain/bytes.ts'
import type { JobItemView, JobPhase } from '../domain/job.ts'
import { SPECIALTY_CODES } from '../domain/specialty.ts'
import type { SignedAct } from './bring-act.ts'
import type { World } from './world.ts'

/**
 * Journaled work. A state is what must survive a crash: it is replaced as a whole on disk, sealed under the vault's
 * own key, before the step that it tells of is relied on. Every step may run twice.
 */

const pointer = z.string() as unknown as z.ZodType<Pointer>
const address = z.string() as unknown as z.ZodType<Address>
const digest = z.string() as unknown as z.ZodType<Digest>
const hex = z.string() as unknown as z.ZodType<Hex32>
const cid = z.string() as unknown as z.ZodType<Cid>
const specialty = z.enum(SPECIALTY_CODES)
const block = z.base64().transform((text) => fromBase64(text) as PublicBlock)

const signedAct = z.object({ name: z.string(), message: z.string(), signature: hex })
const base = {
  id: z.string(),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
  transaction: hex.nullable(),
}

const addState = z.object({
  ...base,
  kind: z.literal('add'),
  patient: address,
  /** Null until the folder of `specialty` is open. */
  folder: z.int().nullable(),
  specialty: specialty.nullable(),
  title: z.string(),
  mediaType: z.string(),
  byteLength: z.int(),
  /** Where the file lies, for a start over after a crash; null for bytes that came without a path. */
  path: z.string().nullable(),
  sealed: z
    .object({ keyring: pointer, digest, salt: hex, content: cid, card: pointer, cardBlock: block })
    .nullable(),
  signed: signedAct.nullable(),
  uploaded: z.boolean(),
  record: z.int().nullable(),
})
export type AddState = z.infer<typeof addState>

const giveState = z.object({
  ...base,
  kind: z.literal('give'),
  reader: address,
  readerName: z.string(),
  folders: z.array(z.int()),
  /** Single records, by number; their folders follow from them. None where whole folders are given. */
  records: z.array(z.int()).default([]),
  /** What else is given: folders that are opened first. */
  specialties: z.array(specialty),
  mayAdd: z.boolean(),
  until: z.int(),
  prepared: z.object({ previous: z.array(pointer), keyrings: z.array(block), consent: block }).nullable(),
  confirmed: z.boolean(),
  signed: signedAct.nullable(),
})
export type GiveState = z.infer<typeof giveState>

const rekeyItem = z.object({
  record: z.int(),
  title: z.string(),
  byteLength: z.int(),
  oldCard: pointer,
  oldContent: cid,
  fresh: z.object({ card: pointer, cardBlock: block, content: cid, stored: z.boolean() }).nullable(),
})
export type RekeyItem = z.infer<typeof rekeyItem>

const rekeyFolder = z.object({
  folder: z.int(),
  epoch: z.int(),
  previous: pointer,
  previousCatalog: pointer,
  keyring: pointer,
  keyringBlock: block,
  items: z.array(rekeyItem),
})
export type RekeyFolder = z.infer<typeof rekeyFolder>

const removeState = z.object({
  ...base,
  kind: z.literal('remove'),
  reader: address,
  readerName: z.string(),
  folders: z.array(z.int()),
  confirmed: z.boolean(),
  signed: signedAct.nullable(),
  blockedAt: z.int().nullable(),
  /** The right ended without anybody taking it back; there is nothing to sign. */
  endedAlone: z.boolean(),
  rekey: z.array(rekeyFolder),
  rekeyed: z.boolean(),
})
export type RemoveState = z.infer<typeof removeState>

const moveState = z.object({
  ...base,
  kind: z.literal('move'),
  record: z.int(),
  title: z.string(),
  confirmed: z.boolean(),
  /** A specialty whose folder is opened first. */
  specialty: specialty.nullable(),
  /** Where it goes; null until that is open. */
  target: z.int().nullable(),
  /** Where it is, and where it goes. */
  folders: z.array(z.int()),
  rekey: z.array(rekeyFolder),
  rekeyed: z.boolean(),
})
export type MoveState = z.infer<typeof moveState>

/** A patient's folders under a new key of theirs: given back, or begun anew without what was in them. */
const recoverState = z.object({
  ...base,
  kind: z.literal(['recover', 'anew']),
  /** Who gave them back; nobody where they are begun anew. */
  title: z.string(),
  folders: z.array(z.int()),
  confirmed: z.boolean(),
  /** Records that stay closed, since nobody gave their keys. */
  leftOut: z.array(z.int()),
  rekey: z.array(rekeyFolder),
  rekeyed: z.boolean(),
})
export type RecoverState = z.infer<typeof recoverState>

/** Old blocks that wait until nothing can need them any more. */
const forgetState = z.object({
  ...base,
  kind: z.literal('forget'),
  dueAt: z.int(),
  rekeyBlock: z.int(),
  blocks: z.array(z.string()),
})
export type ForgetState = z.infer<typeof forgetState>

/** A view that is not in the log yet. */
const viewState = z.object({
  ...base,
  kind: z.literal('view'),
  patient: address,
  record: z.int(),
  at: z.int(),
})
export type ViewState = z.infer<typeof viewState>

const destination = z.union([z.object({ folder: z.int() }), z.object({ specialty })])

/** Files that are chosen and not yet added. */
const draftState = z.object({
  ...base,
  kind: z.literal('draft'),
  patient: address,
  files: z.array(z.object({ path: z.string(), title: z.string(), to: destination.nullable() })),
})
export type DraftState = z.infer<typeof draftState>

const jobState = z.discriminatedUnion('kind', [
  addState,
  giveState,
  removeState,
  moveState,
  recoverState,
  forgetState,
  viewState,
  draftState,
])
export type JobState = z.infer<typeof jobState>

/** How a running job tells what it does; transient, never on disk. */
export type Progress = (
  phase: JobPhase,
  done: number,
  total: number,
  item?: Partial<JobItemView> & { recordId: number },
) => void

/** One run of a job: its world, a durable save, its progress and whether the person has called it off. */
export type Run<State extends JobState> = {
  readonly world: World
  /** Changes the state; it is on disk when this resolves. */
  readonly save: (change: Partial<State>) => Promise<void>
  readonly state: State
  readonly progress: Progress
  readonly signal: AbortSignal
}

export async function keep(world: Pick<World, 'journal' | 'vault'>, state: JobState): Promise<void> {
  const bytes = encodeJson(state as Parameters<typeof encodeJson>[0])
  world.journal.put(state.id, await world.vault.sealLocal(bytes))
}

export async function kept(world: Pick<World, 'journal' | 'vault'>): Promise<JobState[]> {
  const entries = world.journal.all()
  return Promise.all(
    entries.map(async ({ state }) => jobState.parse(decodeJson(await world.vault.openLocal(state)))),
  )
}

const BIG = /^\d+n$/

/** A signed act as it goes on disk: numbers of the chain are larger than JSON's. */
export const packAct = ({ act, signature }: SignedAct): z.infer<typeof signedAct> => ({
  name: act.name,
  message: JSON.stringify(act.message, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)),
  signature,
})

export const unpackAct = <N extends ActName>(packed: z.infer<typeof signedAct>): SignedAct => {
  const message = JSON.parse(packed.message, (_, value) =>
    typeof value === 'string' && BIG.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as ActMessages[N] & Stamp
  return { act: { name: packed.name, message } as unknown as SignedAct['act'], signature: packed.signature }
}
