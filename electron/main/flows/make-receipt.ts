import { Failure } from '../domain/failure.ts'
import type { LogLine } from '../domain/log.ts'
import type { Paper } from '../ports/paper.ts'
import { provenLog, readLog } from './read-log.ts'
import { seconds, type World } from './world.ts'

/**
 * What the chain has of one act, as a PDF of one page. The whole log is proven first: a receipt says nothing that the
 * chain does not.
 * @param id of the log's line
 * @throws Failure E_INPUT when there is no such line here, E_HISTORY_MISMATCH, E_CHAIN_DISPUTED
 */
export async function makeReceipt(world: World, paper: Paper, id: LogLine['id']): Promise<Uint8Array> {
  const line = (await readLog(world)).find((each) => each.id === id)
  if (line === undefined) throw new Failure('E_INPUT', { field: 'id' })
  const { block, witness } = (await provenLog(world)).proof
  const { name, chainId, contract } = world.network
  return paper.print({
    kind: 'receipt',
    line,
    clinic: name,
    chainId,
    contract,
    proven: { block, witnessed: witness === 'agrees' },
    madeAt: seconds(world),
  })
}
