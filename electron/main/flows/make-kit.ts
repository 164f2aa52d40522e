import type { Paper } from '../ports/paper.ts'
import { readName } from './read-person.ts'
import { seconds, type World } from './world.ts'

export type Kit = {
  /** The sheet to print, a PDF. */
  readonly sheet: Uint8Array
  /** What stands in its code, for computers without a camera. */
  readonly file: Uint8Array
}

/** A recovery kit for the person at this window, under new words each time. */
export async function makeKit(world: World, paper: Paper): Promise<Kit> {
  const { line, words } = await world.vault.kit()
  const { fingerprint } = await world.vault.self()
  const sheet = await paper.print({
    kind: 'kit',
    line,
    words: words.split(' '),
    name: await readName(world, world.me),
    address: world.me,
    fingerprint,
    clinic: world.network.name,
    madeAt: seconds(world),
  })
  return { sheet, file: new TextEncoder().encode(`${line}\n`) }
}
