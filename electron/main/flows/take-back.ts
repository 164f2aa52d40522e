import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { GENERAL_FOLDER, IDENTITY_FOLDER } from '../domain/folder.ts'
import { closedFolder, closedFolders } from './closed-folders.ts'
import type { RecoverState, Run } from './job.ts'
import { newRecover } from './new-job.ts'
import { readName } from './read-person.ts'
import { rekeyFolders } from './rekey-folders.ts'
import type { World } from './world.ts'

type RecoverRun = Run<RecoverState>

/**
 * Folders that were given back come under keys of their own again, for the patient's new key and for everybody who may
 * read; those that nobody can open are begun anew, without what was in them.
 */
export async function recoverFolders(run: RecoverRun): Promise<void> {
  if (run.state.kind === 'anew' && !run.state.confirmed) await confirm(run)
  if (run.state.rekeyed) return
  // At every run: the keys were in the thread that a lock has ended.
  if (run.state.kind === 'recover') await takeKeys(run)
  await rekeyFolders(run)
}

/** What was given back and found true, as a job. @throws Failure E_STALE when there is nothing any more */
export async function toTakeBack(world: World): Promise<RecoverState> {
  const given = (await closedFolders(world)).folders.filter(({ state }) => state === 'given')
  if (given.length === 0) throw new Failure('E_STALE')
  const people = new Map(given.flatMap((folder) => folder.people.map((each) => [each.address, each.name])))
  const title = [...people].map(([address, name]) => name ?? address).join(', ')
  return newRecover(
    world,
    'recover',
    title,
    given.map(({ folder }) => folder),
  )
}

/** What nobody can open, and is needed. @throws Failure E_STALE when there is nothing of the kind */
export async function toBeginAnew(world: World): Promise<RecoverState> {
  const { folders } = await closedFolders(world)
  const lost = folders.filter(({ state, mustBegin }) => state === 'lost' && mustBegin)
  if (lost.length === 0) throw new Failure('E_STALE')
  return newRecover(
    world,
    'anew',
    '',
    lost.map(({ folder }) => folder),
  )
}

async function confirm({ world, state, save, progress }: RecoverRun): Promise<void> {
  progress('confirming', 0, 1)
  const name = (await readName(world, world.me)) ?? ''
  const facts = {
    profile: state.folders.includes(IDENTITY_FOLDER),
    folders: state.folders.includes(GENERAL_FOLDER) ? 'general' : '',
  }
  await world.confirm.ask({ act: 'anew', name, address: world.me, facts })
  await save({ confirmed: true })
}

/** @throws Failure E_OFFER_FALSE, E_KEY_LOST */
async function takeKeys({ world, state, save }: RecoverRun): Promise<void> {
  await world.index.sync()
  const leftOut: number[] = []
  for (const folder of state.folders) {
    const closed = await closedFolder(world, folder)
    // A run before this one got as far as the chain.
    if (closed === null) continue
    const blocks = closed.cards.map(({ block }) => block)
    const taken = await world.vault.takeOffers(closed.known.block, closed.offers, blocks)
    if (taken.from === null) throw await refusal(world, taken.refused[0])
    leftOut.push(
      ...closed.cards.filter(({ pointer }) => taken.closed.includes(pointer)).map(({ record }) => record),
    )
  }
  await save({ leftOut })
}

async function refusal(world: World, from: Address | undefined): Promise<Failure> {
  if (from === undefined) return new Failure('E_KEY_LOST')
  return new Failure('E_OFFER_FALSE', { name: (await readName(world, from)) ?? from })
}
