import type { JobView } from '../../../electron/main/domain/job.ts'

/** Work that is not over. */
export const waitingOf = (jobs: readonly JobView[]): readonly JobView[] =>
  jobs.filter(({ state }) => state === 'running' || state === 'waiting' || state === 'failed')

type Seen = { readonly at: number; readonly done: number }

/** Seconds left at the pace since a phase began; null while that says nothing. */
export function secondsLeft(began: Seen, now: number, done: number, total: number): number | null {
  const passed = (now - began.at) / 1000
  const made = done - began.done
  if (passed < 2 || made <= 0 || done >= total) return null
  return Math.ceil(((total - done) * passed) / made)
}
