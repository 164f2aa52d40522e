import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Destination, Folder } from '../domain/folder.ts'
import type { JobView } from '../domain/job.ts'
import type { Source, Sources } from '../ports/files.ts'
import { tellingOfActs } from './carrying.ts'
import { endedAccess } from './close-ended.ts'
import { forgetBlocks } from './forget-blocks.ts'
import { type JobState, keep, kept, type Progress, type Run, unpackAct } from './job.ts'
import { isPassing, viewOfJob } from './job-view.ts'
import { isDeclined, type Live, newLive, noteProgress, noteRun, type Shown } from './live-job.ts'
import { newAdd, newGive, newMove, newRemove, type ToAdd, type ToGive, type ToShare } from './new-job.ts'
import { cancelJob, performJob } from './perform-job.ts'
import { Stopwatch } from './stopwatch.ts'
import { toBeginAnew, toTakeBack } from './take-back.ts'
import { ViewLog } from './view-log.ts'
import { seconds, type World } from './world.ts'

export type JobEvents = { readonly changed: (view: JobView) => void; readonly gone: (id: string) => void }

/** Runs journaled work: one record after the other, and beside them one act of consent after the other. */
export class JobRunner {
  /** Views that are not in the log yet. */
  readonly views: ViewLog
  readonly #world: World
  readonly #sources: Sources
  readonly #events: JobEvents
  readonly #jobs = new Map<string, Live>()
  readonly #lanes = new Map<string, Promise<unknown>>()
  #closing: Promise<void> | null = null
  #stopped = false

  constructor(world: World, sources: Sources, events: JobEvents) {
    this.views = new ViewLog(world)
    this.#world = world
    this.#sources = sources
    this.#events = events
  }

  /** Takes up what a crash, a lock or a lost network has left. */
  async resume(): Promise<void> {
    const states = await kept(this.#world)
    await this.#world.spool.keepOnly(
      states.flatMap((state) => ('rekey' in state ? [state.id, 'rekey-'] : [state.id])),
    )
    for (const state of states) {
      if (state.kind === 'forget') void this.#forget(state).catch(() => undefined)
      else if (state.kind === 'view') this.views.note()
      else if (state.kind === 'draft') continue
      else if (state.finishedAt === null) this.#take(state, await this.#sourceOf(state))
      else this.#world.journal.drop(state.id)
    }
  }

  /** New keys where a right has ended by itself since this patient was last here. One look at a time. */
  closeEnded(): Promise<void> {
    this.#closing ??= this.#closeEnded().finally(() => {
      this.#closing = null
    })
    return this.#closing
  }

  async #closeEnded(): Promise<void> {
    const pending = [...this.#jobs.values()].map(({ state }) => state)
    const rekeying = pending.filter((state) => 'rekeyed' in state && !state.rekeyed)
    const busy = rekeying.flatMap((state) => ('folders' in state ? state.folders : []))
    const ended = await endedAccess(this.#world, busy)
    if (ended !== null && !this.#stopped) await this.#begin(ended, null)
  }

  /** The thread of keys is about to end: what runs fails with E_LOCKED and goes on after the next unlock. */
  stop(): void {
    this.#stopped = true
    this.views.stop()
  }

  add(toAdd: ToAdd, source: Source): Promise<string> {
    return this.#begin(newAdd(this.#world, toAdd, source), source)
  }

  give(toGive: ToGive | ToShare): Promise<string> {
    return this.#begin(newGive(this.#world, toGive), null)
  }

  remove(reader: Address, readerName: string, folders: Folder[]): Promise<string> {
    return this.#begin(newRemove(this.#world, reader, readerName, folders), null)
  }

  move(record: number, title: string, to: Destination): Promise<string> {
    return this.#begin(newMove(this.#world, record, title, to), null)
  }

  /** Takes back what readers have given. @throws Failure E_STALE */
  async takeBack(): Promise<string> {
    return this.#begin(await toTakeBack(this.#world), null)
  }

  /** Begins anew what nobody can open. @throws Failure E_STALE */
  async beginAnew(): Promise<string> {
    return this.#begin(await toBeginAnew(this.#world), null)
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
      if (!live.running && live.failure !== null && isPassing(live.failure)) this.retry(live.state.id)
    }
  }

  async dismiss(id: string): Promise<void> {
    const live = this.#jobs.get(id)
    if (live === undefined || live.running) return
    if (live.state.finishedAt === null && !live.cancelled) await this.#endCancelled(live)
    this.#jobs.delete(id)
    this.#events.gone(id)
  }

  async #begin(state: Shown, source: Source | null): Promise<string> {
    await keep(this.#world, state)
    this.#take(state, source)
    return state.id
  }

  #take(state: Shown, source: Source | null): void {
    const live = newLive(state, source)
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
    live.watch = new Stopwatch()
    try {
      if (live.abort.signal.aborted) throw new Failure('E_CANCELLED')
      await performJob(this.#runOf(live), live.source)
      await this.#save(live, { finishedAt: seconds(this.#world) })
      noteRun(this.#world, live)
      this.#world.journal.drop(live.state.id)
      live.moment = { phase: 'done', done: 1, total: 1 }
    } catch (error) {
      live.failure = Failure.from(error)
      noteRun(this.#world, live, error)
      if (live.failure.code === 'E_CANCELLED') await this.#endCancelled(live).catch(() => undefined)
      else if (isDeclined(live)) this.#world.journal.drop(live.state.id)
    } finally {
      live.running = false
      if (!this.#stopped) this.#tell(live)
    }
  }

  #runOf(live: Live): Run<Shown> {
    const progress: Progress = (...step) => {
      noteProgress(live, ...step)
      this.#tell(live)
    }
    return {
      world: tellingOfActs(live.watch.watching(this.#world), (carrying) => {
        live.carrying = carrying
        this.#tell(live)
      }),
      save: (change) => this.#save(live, change),
      progress,
      signal: live.abort.signal,
      get state() {
        return live.state
      },
    }
  }

  async #save(live: Live, change: Partial<Shown>): Promise<void> {
    if ('blockedAt' in change) noteRun(this.#world, live)
    live.state = { ...live.state, ...change } as Shown
    await keep(this.#world, live.state)
  }

  /** A removal that is called off between two records keeps the right ended; the rest can go on any time. */
  async #endCancelled(live: Live): Promise<void> {
    if (live.state.kind === 'remove' && live.state.blockedAt !== null) return
    // What waits in the queue may still be recorded, and then needs all that belongs to it.
    const signed = 'signed' in live.state ? live.state.signed : null
    if (signed !== null && this.#world.ledger.isUnderWay(unpackAct(signed).act)) return
    await cancelJob(this.#world, live.state)
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
