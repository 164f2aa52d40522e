import { Failure } from '../domain/failure.ts'
import { signWithWallet } from './bring-act.ts'
import { packAct, type RemoveState, type Run, unpackAct } from './job.ts'
import { rekeyFolders } from './rekey-folders.ts'
import { seconds } from './world.ts'

type RemoveRun = Run<RemoveState>

/** Removes a reader: the transaction first, so that the right ends in seconds, then new keys for everything. */
export async function removeAccess(run: RemoveRun): Promise<void> {
  if (run.state.blockedAt === null) await block(run)
  if (!run.state.rekeyed) await rekeyFolders(run)
}

async function block({ world, state, save, progress }: RemoveRun): Promise<void> {
  if (!state.confirmed) {
    progress('confirming', 0, 1)
    await world.confirm.ask({
      act: 'remove',
      name: state.readerName,
      address: state.reader,
    })
    await save({ confirmed: true })
  }
  let signed = state.signed
  for (;;) {
    if (signed === null) {
      progress('signing', 0, 1)
      const message = { patient: world.me, reader: state.reader, folders: [] }
      signed = packAct(await signWithWallet(world, 'RemoveAccess', message))
      await save({ signed })
    }
    progress('blocking', 0, 1)
    try {
      const { act, signature } = unpackAct(signed)
      const receipt = await world.ledger.carry(act, signature)
      await world.index.sync()
      await save({ blockedAt: receipt.at, transaction: receipt.transaction })
      return
    } catch (error) {
      const { code } = Failure.from(error)
      // The right has ended by itself meanwhile: what remains is the re-key.
      if (code === 'E_NOT_ALLOWED') return save({ blockedAt: seconds(world) })
      if (code !== 'E_STALE') throw error
      signed = null
    }
  }
}
