import type { Failure } from '../domain/failure.ts'
import type { JobItemView, JobPhase } from '../domain/job.ts'
import type { TimedAct } from '../domain/performance.ts'
import type { Source } from '../ports/files.ts'
import type { Carrying } from './carrying.ts'
import type { AddState, GiveState, MoveState, Progress, RecoverState, RemoveState } from './job.ts'
import { noteTiming, Stopwatch } from './stopwatch.ts'
import type { World } from './world.ts'

/** Work that people see; the rest goes on unseen. */
export type Shown = AddState | GiveState | RemoveState | MoveState | RecoverState
export type Moment = { readonly phase: JobPhase; readonly done: number; readonly total: number }

/** A job while this app runs: its journaled state, and what is lost with the app. */
export type Live = {
  state: Shown
  moment: Moment
  failure: Failure | null
  running: boolean
  cancelled: boolean
  readonly source: Source | null
  readonly items: Map<number, JobItemView>
  abort: AbortController
  /** Of the run that goes on. */
  watch: Stopwatch
  /** The act that was last on its way. */
  carrying: Carrying | null
}

export const newLive = (state: Shown, source: Source | null): Live => ({
  state,
  moment: { phase: state.kind === 'add' ? 'reading' : 'confirming', done: 0, total: 1 },
  failure: null,
  running: false,
  cancelled: false,
  source,
  items: new Map(),
  abort: new AbortController(),
  watch: new Stopwatch(),
  carrying: null,
})

export function noteProgress(live: Live, ...[phase, done, total, item]: Parameters<Progress>): void {
  live.moment = { phase, done, total }
  live.watch.enter(phase)
  if (item === undefined) return
  const known = live.items.get(item.recordId) ?? { title: null, byteLength: null, done: 0, failure: null }
  live.items.set(item.recordId, { state: 'next', ...known, ...item })
}

/** A no before anything was sent is an answer: nobody is asked again at the next unlock, but may try again now. */
export function isDeclined({ state, failure }: Live): boolean {
  const begun = state.kind === 'add' || (state.kind === 'remove' && state.blockedAt !== null)
  return !begun && (failure?.code === 'E_CONFIRM_DECLINED' || failure?.code === 'E_WALLET_REJECTED')
}

/** A removal is two acts to whoever waits: the right ends, and then come the new keys. */
function actOf({ state }: Live): TimedAct {
  return state.kind === 'remove' && state.blockedAt !== null ? 'rekey' : state.kind
}

function bytesOf({ state }: Live): number | null {
  if (state.kind === 'add') return state.byteLength
  if (!('rekey' in state) || state.rekey.length === 0) return null
  return state.rekey.flatMap(({ items }) => items).reduce((sum, { byteLength }) => sum + byteLength, 0)
}

export const noteRun = (world: World, live: Live, failed: unknown = null): void =>
  noteTiming(world, { act: actOf(live), lap: live.watch.lap(), bytes: bytesOf(live), failed })
