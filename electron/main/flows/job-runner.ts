import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Folder } from '../domain/folder.ts'
import type { JobItemView, JobPhase, JobView } from '../domain/job.ts'
import type { Source, Sources } from '../ports/files.ts'
import { addRecord, cancelAdd } from './add-record.ts'
import { forgetBlocks } from './forget-blocks.ts'
import { cancelGive, giveAccess } from './give-access.ts'
import {
  type AddState,
  type GiveState,
  type JobState,
  keep,
  kept,
  type Progress,
  type RemoveState,
  type Run,
  type ViewState,
} from './job.ts'
import { viewOfJob } from './job-view.ts'
import { logViews } from './log-views.ts'
import { removeAccess } from './remove-access.ts'
import { seconds, type World } from './world.ts'

type Shown = AddState | GiveState | RemoveState
export type Moment = { readonly phase: JobPhase; readonly done: number; readonly total: number }
type Live = {
  state: Shown
  moment: Moment
  failure: Failure | null
  running: boolean
  cancelled: boolean
  source: Source | null
  readonly items: Map<number, JobItemView>
  abort: AbortController
}

/** Waits until views of a sitting have gathered, so that one act logs them all. */
const VIEWS_AFTER_MS = 4_000
/** These end by themselves when the wallet, the chain or the store is back. */
const PASSING = new Set(['E_WALLET_DISCONNECTED', 'E_CHAIN_UNREACHABLE', 'E_CHAIN_STALLED', 'E_LOCKED'])

export type JobEvents = { readonly changed: (view: JobView) => void; readonly gone: (id: string) => void }

/** Runs journaled work: one record after the other, and beside them one act of consent after the other. */
export class JobRunner {
  readonly #world: World
  readonly #sources: Sources
  readonly #events: JobEvents
  readonly #jobs = new Map<string, Live>()
  readonly #lanes = new Map<string, Promise<unknown>>()
  #viewTimer: NodeJS.Timeout | null = null
  #stopped = false

  constructor(world: World, sources: Sources, events: JobEvents) {
    this.#world = world
    this.#sources = sources
    this.#events = events
  }

  /** Takes up what a crash, a lock or a lost network has left. */
  async resume(): Promise<void> {
    const states = await kept(this.#world)
    await this.#world.spool.keepOnly(
      states.flatMap(({ id, kind }) => (kind === 'remove' ? [id, 'rekey-'] : [id])),
    )
    for (const state of states) {
      if (state.kind === 'forget') void this.#forget(state).catch(() => undefined)
      else if (state.kind === 'view') this.noteView()
      else if (state.finishedAt === null) this.#take(state, await this.#sourceOf(state))
      else this.#world.journal.drop(state.id)
    }
  }

  /** The thread of keys is about to end: what runs fails with E_LOCKED and goes on after the next unlock. */
  stop(): void {
    this.#stopped = true
    if (this.#viewTimer !== null) clearTimeout(this.#viewTimer)
  }

  async add(
    patient: Address,
    folder: Folder,
    title: string,
    mediaType: string,
    source: Source,
  ): Promise<string> {
    const state: AddState = {
      ...this.#newJob(),
      kind: 'add',
      patient,
      folder,
      title,
      mediaType,
      byteLength: source.byteLength,
      path: source.path,
      sealed: null,
      signed: null,
      uploaded: false,
      record: null,
    }
    return this.#begin(state, source)
  }

  give(
    reader: Address,
    readerName: string,
    folders: number[],
    mayAdd: boolean,
    until: number,
  ): Promise<string> {
    const state = { ...this.#newJob(), kind: 'give' as const, reader, readerName, folders, mayAdd, until }
    return this.#begin({ ...state, prepared: null, confirmed: false, signed: null }, null)
  }

  remove(reader: Address, readerName: string, folders: number[]): Promise<string> {
    const state = {
      ...this.#newJob(),
      kind: 'remove' as const,
      reader,
      readerName,
      folders,
      confirmed: false,
    }
    return this.#begin({ ...state, signed: null, blockedAt: null, rekey: [], rekeyed: false }, null)
  }

  list(): JobView[] {
    return [...this.#jobs.values()].map((live) => this.#view(live)).reverse()
  }

  /** Calls a job off where that leaves nothing half done: until the transaction, or between two records. */
  async cancel(id: string): Promise<void> {
    const live = this.#jobs.get(id)
    if (live === undefined) return
    live.abort.abort()
    if (!live.running) await this.#endCancelled(live)
  }

  retry(id: string): void {
    const live = this.#jobs.get(id)
    if (live === undefined || live.running || live.state.finishedAt !== null) return
    live.abort = new AbortController()
    this.#enqueue(live)
  }

  /** A wallet or the network is back: what waited for it goes on. */
  retryPassing(): void {
    for (const live of this.#jobs.values()) {
      if (!live.running && live.failure !== null && PASSING.has(live.failure.code)) this.retry(live.state.id)
    }
  }

  async dismiss(id: string): Promise<void> {
    const live = this.#jobs.get(id)
    if (live === undefined || live.running) return
    if (live.state.finishedAt === null && !live.cancelled) await this.#endCancelled(live)
    this.#jobs.delete(id)
    this.#events.gone(id)
  }

  /** A view has been journaled; the log gets it with the others of this sitting. */
  noteView(): void {
    this.#viewTimer ??= setTimeout(() => {
      this.#viewTimer = null
      void this.flushViews().catch(() => undefined)
    }, VIEWS_AFTER_MS)
  }

  async flushViews(): Promise<void> {
    const views = (await kept(this.#world)).filter((state): state is ViewState => state.kind === 'view')
    for (const view of await logViews(this.#world, views)) this.#world.journal.drop(view.id)
  }

  #newJob(): Pick<Shown, 'id' | 'startedAt' | 'finishedAt' | 'transaction'> {
    return { id: crypto.randomUUID(), startedAt: seconds(this.#world), finishedAt: null, transaction: null }
  }

  async #begin(state: Shown, source: Source | null): Promise<string> {
    await keep(this.#world, state)
    this.#take(state, source)
    return state.id
  }

  #take(state: Shown, source: Source | null): void {
    const moment: Moment = { phase: state.kind === 'add' ? 'reading' : 'confirming', done: 0, total: 1 }
    const abort = new AbortController()
    const live = {
      state,
      moment,
      failure: null,
      running: false,
      cancelled: false,
      source,
      items: new Map(),
      abort,
    }
    this.#jobs.set(state.id, live)
    this.#enqueue(live)
  }

  #enqueue(live: Live): void {
    const lane = live.state.kind === 'add' ? 'records' : 'consent'
    live.failure = null
    live.running = true
    this.#tell(live)
    const before = this.#lanes.get(lane) ?? Promise.resolve()
    this.#lanes.set(
      lane,
      before.then(() => this.#run(live)),
    )
  }

  async #run(live: Live): Promise<void> {
    try {
      if (live.abort.signal.aborted) throw new Failure('E_CANCELLED')
      await this.#perform(live)
      await this.#save(live, { finishedAt: seconds(this.#world) })
      this.#world.journal.drop(live.state.id)
      live.moment = { phase: 'done', done: 1, total: 1 }
    } catch (error) {
      live.failure = Failure.from(error)
      if (live.failure.code === 'E_CANCELLED') await this.#endCancelled(live).catch(() => undefined)
    } finally {
      live.running = false
      if (!this.#stopped) this.#tell(live)
    }
  }

  #perform(live: Live): Promise<void> {
    const { state } = live
    if (state.kind === 'add') return addRecord(this.#runOf<AddState>(live), live.source)
    if (state.kind === 'give') return giveAccess(this.#runOf<GiveState>(live))
    return removeAccess(this.#runOf<RemoveState>(live))
  }

  #runOf<State extends Shown>(live: Live): Run<State> {
    const progress: Progress = (phase, done, total, item) => {
      live.moment = { phase, done, total }
      if (item !== undefined) {
        const known = live.items.get(item.recordId) ?? {
          title: null,
          byteLength: null,
          done: 0,
          failure: null,
        }
        live.items.set(item.recordId, { state: 'next', ...known, ...item })
      }
      this.#tell(live)
    }
    return {
      world: this.#world,
      save: (change) => this.#save(live, change),
      progress,
      signal: live.abort.signal,
      get state() {
        return live.state as State
      },
    }
  }

  async #save(live: Live, change: Partial<Shown>): Promise<void> {
    live.state = { ...live.state, ...change } as Shown
    await keep(this.#world, live.state)
  }

  /** A removal that is called off between two records keeps the right ended; the rest can go on any time. */
  async #endCancelled(live: Live): Promise<void> {
    if (live.state.kind === 'remove' && live.state.blockedAt !== null) return
    if (live.state.kind === 'add') await cancelAdd(this.#world, live.state)
    if (live.state.kind === 'give') await cancelGive(this.#world, live.state)
    this.#world.journal.drop(live.state.id)
    live.cancelled = true
    this.#tell(live)
  }

  async #sourceOf(state: Shown): Promise<Source | null> {
    if (state.kind !== 'add' || state.path === null) return null
    return this.#sources.at(state.path).catch(() => null)
  }

  async #forget(state: Extract<JobState, { kind: 'forget' }>): Promise<void> {
    if (await forgetBlocks(this.#world, state)) this.#world.journal.drop(state.id)
  }

  #view(live: Live): JobView {
    return viewOfJob(live.state, live.moment, live)
  }

  #tell(live: Live): void {
    this.#events.changed(this.#view(live))
  }
}
