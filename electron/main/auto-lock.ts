import { powerMonitor } from 'electron'
import type { LockReason } from './domain/session.ts'

const CHECK_EVERY_MS = 5_000
/** How long before the lock a person is told, so that they can go on (WCAG 2.2.1). */
const WARN_SECONDS = 60

type Idle = {
  readonly minutes: () => number
  readonly isOn: () => boolean
  readonly over: () => void
  /** Null once somebody is there again. */
  readonly warn: (seconds: number | null) => void
}

type Parts = Pick<Idle, 'minutes' | 'warn'> & {
  readonly isOpen: () => boolean
  readonly lock: (reason: LockReason) => void
}

/** Locks when nobody is there: after idle minutes, when the computer sleeps, when its screen locks. */
export function lockAutomatically({ minutes, isOpen, lock, warn }: Parts): () => void {
  powerMonitor.on('suspend', () => lock('sleep'))
  powerMonitor.on('lock-screen', () => lock('screen'))
  return watchIdle({ minutes, isOn: isOpen, over: () => lock('idle'), warn })
}

/** Tells when nobody has been there for so many minutes, a minute before, and when that is over. Returns how to stop. */
export function watchIdle({ minutes, isOn, over, warn }: Idle): () => void {
  let warned = false
  const timer = setInterval(() => {
    if (!isOn()) return
    const left = minutes() * 60 - powerMonitor.getSystemIdleTime()
    const near = left <= WARN_SECONDS
    if (left <= 0) over()
    // Who is busy in another window moves nothing in this one.
    else if (near || warned) warn(near ? left : null)
    warned = near
  }, CHECK_EVERY_MS)
  return () => clearInterval(timer)
}
