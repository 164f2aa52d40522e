import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readMarker, wipeSeeding, writeMarker } from './marker.ts'

export type Prepared = {
  readonly folder: string
  /** Brings the clinic's people in. Rejects when it can't. */
  readonly seed: () => Promise<void>
  readonly tell: (line: string) => void
}

/**
 * Seeds a new clinic once. A seeding that was interrupted begins again; after one that failed the clinic stays empty
 * until somebody resets it, since they may have begun to use it.
 * @returns whether the clinic's people have been brought in
 */
export async function prepareClinic({ folder, seed, tell }: Prepared): Promise<boolean> {
  const state = readMarker(folder)
  if (state === 'finished') return true
  // A clinic without a marker is from before there was seeding: what somebody has made in it is theirs.
  if (state === 'failed' || (state === null && existsSync(join(folder, 'chain')))) return false
  if (state === 'begun') {
    tell('The clinic was not ready when it was last closed: its preparation begins again.')
    wipeSeeding(folder)
  }
  writeMarker(folder, 'begun')
  try {
    await seed()
    writeMarker(folder, 'finished')
    return true
  } catch (error) {
    tell(`The clinic could not be prepared: ${reasonOf(error)}`)
    tell('It opens empty instead. To try again: npm start -- --reset')
    wipeSeeding(folder)
    writeMarker(folder, 'failed')
    return false
  }
}

/** The first line: Playwright adds what it has tried, which tells nothing to somebody who only wants to look. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!
