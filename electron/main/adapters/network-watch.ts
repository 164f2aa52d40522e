import type { JsonRpcProvider } from 'ethers'
import type { Network, NetworkStatus } from '../domain/network.ts'

const LOOK_EVERY_MS = 2_000

/** What one node alone can tell. */
type Seen = Omit<NetworkStatus, 'witness'>

type Told = {
  readonly changed: () => void
  /** The chain answers after it did not. */
  readonly back: () => void
  readonly block: (block: number) => void
}

/** Looks at the chain every two seconds and tells what has changed. A private chain may rest; only silence is trouble. */
export function watchNetwork(network: Network, provider: JsonRpcProvider, told: Told) {
  let status: Seen = {
    name: network.name,
    chainId: network.chainId,
    demo: network.demo !== null,
    chain: 'unreachable',
    block: null,
    lastBlockAt: null,
    since: seconds(),
    store: network.stores.length === 0 ? 'embedded' : 'shared',
    payer: network.payer.kind,
  }

  function set(change: Pick<Seen, 'chain' | 'block' | 'lastBlockAt'>): void {
    const before = status
    status = { ...status, ...change, since: change.chain === before.chain ? before.since : seconds() }
    if (before.chain !== status.chain || before.block !== status.block) told.changed()
    if (status.chain === 'online' && before.chain !== 'online') told.back()
    if (status.block !== null && status.block !== before.block) told.block(status.block)
  }

  async function look(): Promise<void> {
    try {
      const block = (await provider.send('eth_getBlockByNumber', ['latest', false])) as {
        number: string
        timestamp: string
      }
      const code = status.block === null ? await provider.getCode(network.contract) : 'known'
      const foreign = code === '0x'
      set({
        chain: foreign ? 'foreign' : 'online',
        block: foreign ? null : Number(block.number),
        lastBlockAt: Number(block.timestamp),
      })
    } catch {
      set({ chain: 'unreachable', block: status.block, lastBlockAt: status.lastBlockAt })
    }
  }

  let timer: NodeJS.Timeout | null = null
  let stopped = false
  const lookAgain = (): void => {
    void look().finally(() => {
      if (!stopped) timer = setTimeout(lookAgain, LOOK_EVERY_MS)
    })
  }
  lookAgain()
  return {
    status: () => status,
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}

const seconds = (): number => Math.floor(Date.now() / 1000)
