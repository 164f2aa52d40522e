import type { Timing } from '../domain/performance.ts'

/** How long acts took on this computer. Names nobody. */
export type Metrics = {
  /** Never fails: no act fails for want of a note of it. */
  readonly note: (timing: Timing) => void
  /** Those since then, Unix seconds, oldest first. */
  readonly since: (at: number) => readonly Timing[]
}
