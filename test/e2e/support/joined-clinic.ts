import { cpSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { prepareKeyring } from '../../../tools/demo/surroundings.ts'
import { seedClinic } from '../../../tools/seed/seed.ts'
import { ARRIVALS } from '../../../tools/seed/story.ts'

/** Names the folder to every process of a run. */
export const SHARED = 'MEDICAL_CHAIN_TEST_CLINICS'

/** What the longest of them is given; the file that makes the clinic and those that wait for it need as much. */
export const JOINING_MS = 300_000

/**
 * A clinic whose admin, two doctors and two patients each have a key under the demo's passphrase. The first file that
 * asks for it makes it; each gets a copy of its own.
 * @param folder where `app`, `chain` and `keyring` are put
 */
export async function joinedClinic(folder: string): Promise<void> {
  const shared = process.env[SHARED]!
  const made = join(shared, 'joined')
  const begun = join(shared, 'begun')
  while (!existsSync(made)) {
    if (isFirst(begun)) await make(join(shared, 'making'), made).finally(() => rmdirSync(begun))
    else await setTimeout(200)
  }
  cpSync(made, folder, { recursive: true })
}

/** Of all processes that ask at once, one hears yes. */
function isFirst(begun: string): boolean {
  try {
    mkdirSync(begun)
    return true
  } catch {
    return false
  }
}

async function make(folder: string, made: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const surroundings = await prepareKeyring(folder)
  try {
    await seedClinic({ folder, surroundings, tell: () => undefined, steps: ARRIVALS })
  } finally {
    await surroundings.stop()
  }
  // Its sockets can't be copied, and are made anew at each start.
  rmSync(join(folder, 'keyring', 'run'), { recursive: true })
  renameSync(folder, made)
}
