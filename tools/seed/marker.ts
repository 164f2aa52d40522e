import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How far a clinic's seeding has come; null for a folder in which nobody has begun one. */
export type Seeding = 'begun' | 'finished' | 'failed' | null

const STATES: readonly (string | null)[] = ['begun', 'finished', 'failed']
/** What a seeding writes. The documents beside them may hold a person's own. */
const PARTS = ['app', 'chain', 'keyring']

const markerOf = (folder: string): string => join(folder, 'seeding')

export function readMarker(folder: string): Seeding {
  try {
    const text = readFileSync(markerOf(folder), 'utf8').trim()
    // What can't be read was being written when the machine stopped.
    return STATES.includes(text) ? (text as Seeding) : 'begun'
  } catch {
    return null
  }
}

export function writeMarker(folder: string, state: Exclude<Seeding, null>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(markerOf(folder), `${state}\n`, { mode: 0o600, flush: true })
}

/** Takes away what a seeding has written so far. */
export function wipeSeeding(folder: string): void {
  for (const part of PARTS) rmSync(join(folder, part), { recursive: true, force: true, maxRetries: 5 })
}
