import type { Address } from './domain/bytes.ts'
import type { JobView } from './domain/job.ts'
import { actingFor } from './flows/acting.ts'
import { CopyKeeper } from './flows/copy-keeper.ts'
import { JobRunner } from './flows/job-runner.ts'
import { ShelfKeeper } from './flows/shelf-keeper.ts'
import type { World } from './flows/world.ts'
import type { Vault } from './ports/vault.ts'
import type { Open, SessionParts } from './session-parts.ts'

type Opened = {
  /** Whose wallet signs for them. */
  readonly signer: Address
  readonly vault: Vault
  /** Ends the vault's thread. */
  readonly end: () => Promise<void>
  /** Told when records are open again that a new key did not open. */
  readonly recovered: () => void
}

/** What runs while one person's vault is open. Nothing of it has begun yet. */
export function openWorld(
  { outside, profiles, sources, copies, checkingCopies, jobEvents }: SessionParts,
  address: Address,
  { signer, vault, end, recovered }: Opened,
): Open {
  const desk = profiles.desk(address)
  const { journal, spool, learned } = desk
  const wallet = signer === address ? outside.wallet : actingFor(outside.wallet, address, signer)
  const world: World = { ...outside, wallet, me: address, signer, vault, journal, spool, learned }
  const changed = (job: JobView): void => {
    jobEvents.changed(job)
    if (job.kind === 'recover' && job.state === 'done') recovered()
  }
  const jobs = new JobRunner(world, sources, { changed, gone: jobEvents.gone })
  const keeper = new CopyKeeper(world, copies, checkingCopies)
  const shelf = new ShelfKeeper(world)
  const close = async (): Promise<void> => {
    jobs.stop()
    keeper.stop()
    shelf.stop()
    await end()
    desk.close()
  }
  return { world, jobs, keeper, shelf, close }
}
