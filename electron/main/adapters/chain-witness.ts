import type { JsonRpcProvider } from 'ethers'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Network, WitnessState } from '../domain/network.ts'
import type { Carrier } from '../ports/ledger.ts'
import type { Witness } from '../ports/witness.ts'
import { connect } from './ledger-node.ts'
import { viewsOf } from './ledger-state.ts'

const LOOK_EVERY_MS = 10_000
/** What differs may be a block that one node has not heard of yet: only what differs again does. */
const LOOK_AGAIN_MS = 2_000

type Parts = {
  readonly network: Network
  readonly provider: JsonRpcProvider
  readonly isOffline?: () => boolean
  readonly changed: () => void
  readonly everyMs?: number
  readonly againMs?: number
}

/** Compares the newest block that both nodes have, and the contract's accounts in it. */
export async function compareNodes(
  network: Network,
  first: JsonRpcProvider,
  second: JsonRpcProvider,
): Promise<Exclude<WitnessState, 'none'>> {
  try {
    const at = Math.min(...(await Promise.all([first.getBlockNumber(), second.getBlockNumber()])))
    const [ours, theirs] = await Promise.all(
      [first, second].map(async (node) => {
        const block = await node.send('eth_getBlockByNumber', [`0x${at.toString(16)}`, false])
        return `${block?.hash} ${await viewsOf(node, network)('accountsHistory', [], at)}`
      }),
    )
    return ours === theirs ? 'agrees' : 'differs'
  } catch {
    // The first one's silence is told elsewhere.
    return 'silent'
  }
}

/** Does so every ten seconds. */
export function watchWitness(parts: Parts): Witness & { readonly stop: () => void } {
  const { network, provider, isOffline, changed, everyMs = LOOK_EVERY_MS, againMs = LOOK_AGAIN_MS } = parts
  const { witness: rpc } = network
  if (rpc === undefined) {
    return { state: () => 'none', confirms: async () => 'none', stop: () => undefined }
  }
  const second = connect({ ...network, rpc }, isOffline)
  const theirs = viewsOf(second, network)
  const compare = (): Promise<WitnessState> => compareNodes(network, provider, second)
  let state: WitnessState = 'silent'

  function set(next: WitnessState): void {
    const before = state
    state = next
    if (before !== next) changed()
  }

  async function look(): Promise<void> {
    let found = await compare()
    if (found === 'differs') {
      await new Promise((done) => setTimeout(done, againMs))
      found = await compare()
    }
    set(found)
  }

  let timer: NodeJS.Timeout | null = null
  let stopped = false
  const lookAgain = (): void => {
    void look().finally(() => {
      if (!stopped) timer = setTimeout(lookAgain, everyMs)
    })
  }
  lookAgain()

  return {
    state: () => state,
    confirms: async (subject: Address | 'accounts', block: number, history: Hex32) => {
      const [name, args] = subject === 'accounts' ? ['accountsHistory', []] : ['historyOf', [subject]]
      try {
        const [found] = await theirs(name as string, args as unknown[], block)
        return found === history ? 'agrees' : 'differs'
      } catch {
        return 'silent'
      }
    },
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      second.destroy()
    },
  }
}

/** Nothing is signed or sent while the clinic's two nodes tell different things: one of them lies or is lost. */
export function sendOnlyAgreed(carrier: Carrier, witness: Pick<Witness, 'state'>): Carrier {
  const assertAgreed = (): void => {
    if (witness.state() === 'differs') throw new Failure('E_CHAIN_DISPUTED')
  }
  return {
    ...carrier,
    stamp: async (...act) => {
      assertAgreed()
      return carrier.stamp(...act)
    },
    carry: async (...act) => {
      assertAgreed()
      return carrier.carry(...act)
    },
  }
}
