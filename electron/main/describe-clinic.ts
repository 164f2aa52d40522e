import type { JsonRpcProvider } from 'ethers'
import { connect } from './adapters/ledger-node.ts'
import type { Address } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { Network } from './domain/network.ts'

/** What somebody types who has no network file. */
export type Described = { readonly name: string; readonly rpc: string; readonly contract: Address }

/**
 * A network file made of where a node and a contract are; the rest is found out. Without a file nobody vouches for it,
 * everybody pays with their own wallet, and nothing names a shared store.
 * @throws Failure E_CHAIN_UNREACHABLE
 */
export async function describeClinic(described: Described): Promise<string> {
  const network: Network = {
    ...described,
    // Any will do to ask which it is.
    chainId: 1,
    deployedAt: 0,
    payer: { kind: 'wallet' },
    stores: [],
    copies: 1,
    demo: null,
  }
  const node = connect(network)
  try {
    const chainId = Number(await node.send('eth_chainId', []))
    const deployedAt = await firstBlockOf(node, described.contract)
    return JSON.stringify({ ...network, chainId, deployedAt }, null, 2)
  } catch (cause) {
    throw new Failure('E_CHAIN_UNREACHABLE', {}, { cause })
  } finally {
    node.destroy()
  }
}

/** Where reading may begin. From the first block on where the node keeps no old state to look it up in. */
async function firstBlockOf(node: JsonRpcProvider, contract: Address): Promise<number> {
  const stands = async (block: number): Promise<boolean> =>
    (await node.send('eth_getCode', [contract, `0x${block.toString(16)}`])) !== '0x'
  let before = 0
  let known = Number(await node.send('eth_blockNumber', []))
  try {
    if (await stands(before)) return before
    while (known - before > 1) {
      const middle = Math.floor((before + known) / 2)
      if (await stands(middle)) known = middle
      else before = middle
    }
    return known
  } catch {
    return 0
  }
}
