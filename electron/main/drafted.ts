import type { DraftedFile } from '../ipc/contract.ts'
import type { Address } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { Destination } from './domain/folder.ts'
import { type Draft, keepDrafts, keptDrafts } from './flows/drafts.ts'
import type { World } from './flows/world.ts'
import type { Offers } from './offers.ts'

type Chosen = { readonly token: string; readonly title: string; readonly to: Destination | null }

/** Offers what was chosen before once more. */
export async function offerDrafts(world: World, offers: Offers, patient: Address): Promise<DraftedFile[]> {
  const drafts = await keptDrafts(world, patient)
  return Promise.all(
    drafts.map(async ({ path, title, to }) => {
      const offered = await offers.offerPath(path).catch((error) => gone(title, Failure.from(error)))
      return { ...offered, title, to }
    }),
  )
}

/** A file that is no longer where it was is told, and can be taken off the list. */
const gone = (title: string, { code, detail }: Failure) => ({
  token: crypto.randomUUID(),
  name: title,
  byteLength: 0,
  mediaType: null,
  refused: { code, detail },
})

/** Keeps what is chosen for a patient now, but for what has no path to be found by again. */
export async function keepChosen(
  world: World,
  offers: Offers,
  patient: Address,
  files: readonly Chosen[],
): Promise<void> {
  const drafts = files.flatMap(({ token, title, to }): Draft[] => {
    const path = offers.pathOf(token)
    return path === null ? [] : [{ path, title, to }]
  })
  await keepDrafts(world, patient, drafts)
}
