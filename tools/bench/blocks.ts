import type { BenchClinic } from './clinic.ts'

/**
 * Sends many transactions, several to a block: a development chain computes all of its state anew for each block, which
 * takes the longer the more there is. What comes before a measurement need not wait for that.
 * @param atOnce whose gas limits together fit into a block
 */
export async function inBlocks(
  { provider }: Pick<BenchClinic, 'provider'>,
  count: number,
  atOnce: number,
  send: (at: number) => Promise<unknown>,
): Promise<void> {
  await provider.send('evm_setAutomine', [false])
  for (let at = 0; at < count; at += 1) {
    await send(at)
    if ((at + 1) % atOnce === 0 || at === count - 1) await provider.send('evm_mine', [])
  }
  await provider.send('evm_setAutomine', [true])
}
