import type { Failure } from '../domain/failure.ts'
import type { JobItemView, JobView } from '../domain/job.ts'
import type { Carrying } from './carrying.ts'
import type { RekeyFolder } from './job.ts'
import type { Moment, Shown } from './live-job.ts'

type Standing = {
  readonly failure: Failure | null
  readonly running: boolean
  readonly cancelled: boolean
  readonly items: ReadonlyMap<number, JobItemView>
  readonly carrying: Carrying | null
}

/** These end by themselves when the wallet, the chain or the store is back. */
const PASSING = new Set([
  'E_WALLET_DISCONNECTED',
  'E_CHAIN_UNREACHABLE',
  'E_CHAIN_STALLED',
  'E_STORE_UNREACHABLE',
  'E_LOCKED',
])

/** Whether the job goes on without anybody asking for it. */
export const isPassing = ({ code }: Failure): boolean => PASSING.has(code)

/** A job as screens show it. */
export function viewOfJob(state: Shown, moment: Moment, standing: Standing): JobView {
  return {
    id: state.id,
    kind: state.kind,
    state: standingOf(state, standing),
    ...moment,
    title: 'title' in state ? state.title : state.readerName,
    record: 'record' in state ? state.record : null,
    reader: 'reader' in state ? state.reader : null,
    startedAt: state.startedAt,
    blockedAt: state.kind === 'remove' ? state.blockedAt : null,
    endedAlone: state.kind === 'remove' && state.endedAlone,
    failure:
      standing.failure === null ? null : { code: standing.failure.code, detail: standing.failure.detail },
    items: 'rekey' in state ? itemsOf(state.rekey, standing.items) : [],
    transaction: state.transaction,
    signature: standing.carrying?.signature ?? null,
  }
}

function standingOf(state: Shown, { failure, running, cancelled }: Standing): JobView['state'] {
  if (state.finishedAt !== null) return 'done'
  if (cancelled) return 'cancelled'
  if (running) return 'running'
  return failure !== null && isPassing(failure) ? 'waiting' : 'failed'
}

/** Every record of the re-key: what is journaled, and over it what is happening now. */
function itemsOf(rekey: readonly RekeyFolder[], live: ReadonlyMap<number, JobItemView>): JobItemView[] {
  return rekey.flatMap(({ items }) =>
    items.map((item) => {
      const stored = item.fresh?.stored === true
      const known: JobItemView = {
        recordId: item.record,
        title: item.title,
        byteLength: item.byteLength,
        state: stored ? 'done' : 'next',
        done: stored ? item.byteLength : 0,
        failure: null,
      }
      return { ...known, ...live.get(item.record) }
    }),
  )
}
