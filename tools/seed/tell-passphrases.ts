import { writeFileSync } from 'node:fs'
import type { DemoClinic } from '../demo/clinic.ts'
import { SEEDED_PEOPLE } from '../demo/people.ts'

/** Lets the app show the passphrase of everybody whom the seeding has brought in. */
export function tellPassphrases({ network, networkFile }: DemoClinic): void {
  const told = { ...network, demo: { ...network.demo, people: SEEDED_PEOPLE } }
  writeFileSync(networkFile, JSON.stringify(told, null, 2), { mode: 0o600 })
}
