import { Failure } from '../domain/failure.ts'
import { FOLDER_LIMIT, type Folder, GENERAL_FOLDER } from '../domain/folder.ts'
import { GENERAL_PRACTICE, type SpecialtyCode } from '../domain/specialty.ts'
import { signWithWallet } from './bring-act.ts'
import { listFolders, openedFolders } from './list-folders.ts'
import { readKey } from './read-key.ts'
import type { World } from './world.ts'

/**
 * The numbers of this patient's folders for some specialties. Those that there are none for yet are opened, all of them
 * with one signature, under numbers by chance: what the chain shows of them says nothing.
 */
export async function openSpecialties(
  world: World,
  specialties: readonly SpecialtyCode[],
): Promise<Folder[]> {
  for (;;) {
    const known = new Map<SpecialtyCode | null, Folder>(
      (await listFolders(world, world.me)).map(({ specialty, folder }) => [specialty, folder]),
    ).set(GENERAL_PRACTICE, GENERAL_FOLDER)
    const missing = specialties.filter((specialty) => !known.has(specialty))
    if (missing.length === 0) return specialties.map((specialty) => known.get(specialty)!)
    await open(world, missing)
  }
}

async function open(world: World, specialties: readonly SpecialtyCode[]): Promise<void> {
  const numbers = freeNumbers(world, specialties.length)
  const me = { address: world.me, spki: (await readKey(world, world.me)).spki }
  const keyrings = await Promise.all(
    numbers.map((folder, index) =>
      world.vault.createKeyring(
        { patient: world.me, folder, epoch: 0 },
        null,
        [me],
        specialties[index] as SpecialtyCode,
      ),
    ),
  )
  const message = {
    patient: world.me,
    folders: numbers,
    keyrings: keyrings.map(({ pointer }) => pointer),
  }
  const { act, signature } = await signWithWallet(world, 'OpenFolders', message)
  for (const { block } of keyrings) await world.blobs.putBlock(block)
  try {
    await world.ledger.carry(act, signature)
  } catch (error) {
    for (const { pointer } of keyrings) await world.blobs.unpin(pointer)
    // Another act of this patient's came first, perhaps for the same folder: looked at again.
    if (Failure.from(error).code !== 'E_STALE') throw error
  }
}

/** Numbers by chance, ascending as the contract wants them. There are more of them than specialties. */
function freeNumbers(world: World, count: number): Folder[] {
  const taken = new Set([...openedFolders(world, world.me), GENERAL_FOLDER])
  const free = Array.from({ length: FOLDER_LIMIT }, (_, folder) => folder).filter(
    (folder) => !taken.has(folder),
  )
  const chosen: Folder[] = []
  while (chosen.length < count) chosen.push(...free.splice(randomBelow(free.length), 1))
  return chosen.sort((a, b) => a - b)
}

/** An unbiased whole number from 0 to below `limit`, at most 64. */
function randomBelow(limit: number): number {
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint8Array(1))[0]! & 63
    if (drawn < limit) return drawn
  }
}
