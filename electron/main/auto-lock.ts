import { powerMonitor } from 'electron'
import type { LockReason } from './domain/session.ts'

const CHECK_EVERY_MS = 5_000
/** How long before the lock a person is told, so that they can go on (WCAG 2.2.1). */
const WARN_SECONDS = 60

type Parts = {
  readonly minutes: () => number
  readonly isOpen: () => boolean
  readonly lock: (reason: LockReason) => void
  readonly warn: (seconds: number) => void
}

/** Locks when nobody is there: after idle minutes, when the computer sleeps, when its screen locks. */
export function lockAutomatically({ minutes, isOpen, lock, warn }: Parts): () => void {
  powerMonitor.on('suspend', () => lock('sleep'))
  powerMonitor.on('lock-screen', () => lock('screen'))
  const timer = setInterval(() => {
    if (!isOpen()) return
    const left = minutes() * 60 - powerMonitor.getSystemIdleTime()
    if (left <= 0) lock('idle')
    else if (left <= WARN_SECONDS) warn(left)
  }, CHECK_EVERY_MS)
  return () => clearInterval(timer)
}
