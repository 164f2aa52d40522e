import { type Catalog, catalogCodec } from '../crypto/blocks.ts'
import { NO_POINTER, type Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Folder } from '../domain/folder.ts'
import { signWithDevice } from './bring-act.ts'
import {
  keep,
  type MoveState,
  type RecoverState,
  type RekeyFolder,
  type RemoveState,
  type Run,
} from './job.ts'
import { openFolder, readFolder } from './open-folder.ts'
import { type Moved, missingItems, resealItem, spooledAs, withdrawItems } from './reseal-record.ts'
import type { World } from './world.ts'
import { whoRemain, wrapAgain } from './wrap-again.ts'

/** A job that gives folders new keys. */
type RekeyState = RemoveState | MoveState | RecoverState

/** The part of it that does. */
type RekeyRun = Pick<Run<RemoveState>, 'world' | 'progress' | 'signal'> & {
  readonly state: RekeyState
  readonly save: (change: Partial<Pick<RemoveState, 'rekey' | 'rekeyed'>>) => Promise<void>
}

/** A catalog block holds about this many entries under 1 MiB. */
const ENTRIES_A_PART = 10_000
const FORGET_AFTER_SECONDS = 7 * 24 * 3600

/**
 * The next epoch of every folder of the job: new folder key, and for every record a new record
 * key, card and content. Each record is a checkpoint; one act of the trusted device brings all of it into force.
 */
export async function rekeyFolders(run: RekeyRun): Promise<void> {
  for (;;) {
    if (run.state.rekey.length === 0) await beginEpochs(run)
    await resealAll(run)
    if (await record(run)) break
  }
  await scheduleForgetting(run)
}

async function beginEpochs({ world, state, save }: RekeyRun): Promise<void> {
  const rekey: RekeyFolder[] = []
  for (const folder of state.folders) rekey.push(await beginEpoch(world, state, folder))
  await save({ rekey })
}

async function beginEpoch(world: World, state: RekeyState, folder: Folder): Promise<RekeyFolder> {
  const anew = state.kind === 'anew'
  const open = await (anew ? readFolder : openFolder)(world, world.me, folder)
  if (open === null) throw new Failure('E_KEY_LOST', { folder })
  const epoch = open.readers.epoch + 1
  const at = { patient: world.me, folder, epoch }
  // Only identity and general are begun anew, and neither says what it is for.
  const meaning = anew ? null : await world.vault.meaningOf(open.keyring)
  const remaining = await whoRemain(world, open)
  const { pointer, block } = await world.vault.createKeyring(at, open.keyring, remaining, meaning)
  return {
    folder,
    epoch,
    previous: open.keyring,
    previousCatalog: open.catalog,
    keyring: pointer,
    keyringBlock: block,
    items: [],
  }
}

async function resealAll({ world, state, save, progress, signal }: RekeyRun): Promise<void> {
  const rekey = await Promise.all(
    state.rekey.map((folder) => upToDate(world, state, structuredClone(folder))),
  )
  for (const folder of rekey) {
    await world.vault.admitKeyring(folder.keyringBlock)
    folder.items.push(...(await missingItems(world, folder, movedIn(state), leftOutOf(state))))
  }
  await save({ rekey })
  const items = rekey.flatMap((folder) => folder.items.map((item) => ({ folder, item })))
  let done = items.filter(({ item }) => item.fresh?.stored).length
  let failure: Failure | null = null
  for (const { folder, item } of items) {
    if (item.fresh?.stored) {
      // A crash may have come between the store and the spool.
      await world.spool.drop(spooledAs(folder, item))
      continue
    }
    if (signal.aborted) throw new Failure('E_CANCELLED')
    const about = { recordId: item.record, title: item.title, byteLength: item.byteLength }
    progress('rekeying', done, items.length, { ...about, state: 'working', done: 0 })
    try {
      await resealItem(world, folder, item, {
        save: () => save({ rekey }),
        report: (bytes) =>
          progress('rekeying', done, items.length, { ...about, state: 'working', done: bytes }),
      })
      done += 1
      progress('rekeying', done, items.length, { ...about, state: 'done', done: item.byteLength })
    } catch (error) {
      // The other records need not wait for one that no store answers for; it stays blocked all the same.
      failure ??= Failure.from(error)
      progress('rekeying', done, items.length, {
        ...about,
        state: 'failed',
        failure: Failure.from(error).code,
      })
    }
  }
  if (failure !== null)
    throw new Failure(failure.code, { ...failure.detail, left: items.length - done }, { cause: failure })
}

/**
 * A folder that another job has given new keys since this one began is begun anew: its cards are others by now, and records
 * may have come or gone.
 */
async function upToDate(world: World, state: RekeyState, folder: RekeyFolder): Promise<RekeyFolder> {
  const { keyring, catalog } = await world.ledger.folder(world.me, folder.folder)
  if (catalog === folder.previousCatalog || keyring === folder.keyring) return folder
  await withdrawItems(world, folder)
  return beginEpoch(world, state, folder.folder)
}

const movedIn = (state: RekeyState): Moved | null =>
  state.kind === 'move' ? { record: state.record, folder: state.target! } : null

const leftOutOf = (state: RekeyState): readonly number[] => ('leftOut' in state ? state.leftOut : [])

/** False when a record or a right came in between: what is missing is done, and the act made again. */
async function record({ world, state, save, progress }: RekeyRun): Promise<boolean> {
  progress('recording', 0, 1)
  if (await alreadyRekeyed(world, state)) {
    await save({ rekeyed: true })
    return true
  }
  const rekey = await Promise.all(state.rekey.map((folder) => wrapAgain(world, folder)))
  // Written down before it is brought, so that a run after this one knows it again.
  await save({ rekey })
  const catalogs: Pointer[] = []
  for (const folder of rekey) {
    await world.blobs.putBlock(folder.keyringBlock)
    catalogs.push(await putCatalog(world, folder))
  }
  const counted = Math.max(0, ...world.index.records(world.me).map((event) => event.id))
  const message = {
    patient: world.me,
    folders: rekey.map(({ folder }) => folder),
    previous: rekey.map(({ previous }) => previous),
    keyrings: rekey.map(({ keyring }) => keyring),
    catalogs,
    records: counted,
  }
  try {
    const { act, signature } = await signWithDevice(world, 'Rekey', message)
    await world.ledger.carry(act, signature)
    await world.index.sync()
    await save({ rekeyed: true })
    return true
  } catch (error) {
    if (Failure.from(error).code !== 'E_STALE') throw error
    await world.index.sync()
    return false
  }
}

/** A run before this one got as far as the chain. */
async function alreadyRekeyed(world: World, state: RekeyState): Promise<boolean> {
  const current = await Promise.all(state.rekey.map(({ folder }) => world.ledger.folder(world.me, folder)))
  return current.every(({ keyring }, index) => keyring === state.rekey[index]?.keyring)
}

async function putCatalog(world: World, { folder, epoch, items }: RekeyFolder): Promise<Pointer> {
  const base = { v: 1 as const, patient: world.me, folder, epoch }
  const entries = items.map(({ record, fresh }) => [String(record), fresh!.card] as const)
  const put = (catalog: Catalog): Promise<Pointer> => world.blobs.putBlock(catalogCodec.encode(catalog))
  if (entries.length <= ENTRIES_A_PART) return put({ ...base, cards: Object.fromEntries(entries) })
  const parts: Pointer[] = []
  for (let at = 0; at < entries.length; at += ENTRIES_A_PART) {
    parts.push(await put({ ...base, cards: Object.fromEntries(entries.slice(at, at + ENTRIES_A_PART)) }))
  }
  return put({ ...base, parts })
}

/** Takes what no act points to back out of store and spool. */
export async function cancelRekey(
  world: World,
  { rekey, rekeyed }: Pick<RekeyState, 'rekey' | 'rekeyed'>,
): Promise<void> {
  if (rekeyed) return
  for (const folder of rekey) await withdrawItems(world, folder)
  await world.blobs.collect()
}

/** Old blocks go only after seven days, and only when everything new has been read back and opened. */
async function scheduleForgetting({ world, state }: RekeyRun): Promise<void> {
  // What nobody can open now, a backup that is found later might.
  if (state.kind === 'anew') return
  const now = Math.floor(world.now().getTime() / 1000)
  const blocks = state.rekey.flatMap(({ previous, previousCatalog, items }) => [
    previous,
    ...(previousCatalog === NO_POINTER ? [] : [previousCatalog]),
    ...items.flatMap(({ oldCard, oldContent }) => [oldCard, oldContent]),
  ])
  await keep(world, {
    kind: 'forget',
    id: `forget-${state.id}`,
    startedAt: now,
    finishedAt: null,
    transaction: null,
    dueAt: now + FORGET_AFTER_SECONDS,
    rekeyBlock: await world.index.sync(),
    blocks,
  })
}
