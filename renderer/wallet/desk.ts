import type { DemoPerson } from '../../electron/main/domain/network.ts'
import { api, hear } from '../lib/bridge.ts'
import { answerAsks } from './answer-asks.ts'
import { ProviderFailure, type WalletProvider, type WalletRequest } from './provider.ts'

/** What the demo's phone shows until its person decides. */
export type Prompt = {
  readonly request: WalletRequest
  readonly person: DemoPerson
  readonly sign: () => void
  readonly decline: () => void
}

/** The window's one wallet, and the one request that it is asked about. */
export type Desk = {
  readonly subscribe: (listener: () => void) => () => void
  readonly prompt: () => Prompt | null
  readonly account: () => string | null
  readonly connectDemo: (phrase: string, person: DemoPerson) => Promise<void>
  readonly disconnect: () => Promise<void>
  /** Starts to pass main's asks on. Returns how to stop. */
  readonly open: () => () => void
}

export function createDesk(): Desk {
  const listeners = new Set<() => void>()
  let wallet: WalletProvider | null = null
  let prompt: Prompt | null = null

  function show(next: Prompt | null): void {
    prompt = next
    for (const listener of listeners) listener()
  }

  function approve(request: WalletRequest, person: DemoPerson): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => () => {
        show(null)
        act()
      }
      const decline = (): void => reject(new ProviderFailure(4001, 'The person declined'))
      show({ request, person, sign: settle(resolve), decline: settle(decline) })
    })
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    prompt: () => prompt,
    account: () => wallet?.account ?? null,
    connectDemo: async (phrase, person) => {
      const { createDemoWallet } = await import('./demo-wallet.ts')
      wallet = createDemoWallet(phrase, person, approve)
      const { account, name } = wallet
      await api['wallet.connected']({ account, chainId: await wallet.chainId(), name })
    },
    disconnect: async () => {
      prompt?.decline()
      if (wallet === null) return
      wallet = null
      await api['wallet.connected'](null)
    },
    open: () => {
      const stops = [answerAsks(() => wallet), hear('wallet.cancel', () => prompt?.decline())]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
