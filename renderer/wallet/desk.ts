import type { Address } from '../../electron/main/domain/bytes.ts'
import type { DemoPerson } from '../../electron/main/domain/network.ts'
import { api, hear } from '../lib/bridge.ts'
import type { Wallets } from '../lib/wallets.ts'
import { answerAsks } from './answer-asks.ts'
import { createPhoneDesk } from './phone-desk.ts'
import { createPrompts, type Prompt } from './prompts.ts'
import type { WalletProvider } from './provider.ts'

/** The window's one wallet, and the one request that it is asked about. */
export type Desk = Wallets & {
  readonly subscribe: (listener: () => void) => () => void
  readonly prompt: () => Prompt | null
  readonly account: () => string | null
  /** Uses the phone of this account, where one is paired. */
  readonly bringPhoneOf: (account: Address) => Promise<boolean>
  /** Uses this account's wallet on this computer, where there is one. */
  readonly bringLocalOf: (account: Address) => Promise<boolean>
  /** Starts to pass main's asks on, and brings back what was paired. Returns how to stop. */
  readonly open: () => () => void
}

export function createDesk(): Desk {
  const listeners = new Set<() => void>()
  const prompts = createPrompts(() => {
    for (const listener of listeners) listener()
  })
  const phones = createPhoneDesk({ ask: prompts.await, connect })
  let wallet: WalletProvider | null = null
  /** The account of a wallet that main keeps, while one of those signs. */
  let local: Address | null = null

  async function connect(next: WalletProvider | null): Promise<void> {
    wallet = next
    local = null
    if (next === null) return api['wallet.connected'](null)
    const { account, name } = next
    await api['wallet.connected']({ account, chainId: await next.chainId(), name })
  }

  async function connectLocal(account: Address): Promise<void> {
    prompts.current()?.decline()
    phones.release()
    await api['wallets.use']({ account })
    wallet = null
    local = account
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    prompt: prompts.current,
    account: () => wallet?.account ?? local,
    phones,
    bringPhoneOf: phones.useFor,
    bringLocalOf: async (account) => {
      const here = await api['wallets.list']()
      if (!here.some((each) => each.account === account)) return false
      await connectLocal(account)
      return true
    },
    connectLocal,
    connectDemo: async (phrase: string, person: DemoPerson) => {
      phones.release()
      const { createDemoWallet } = await import('./demo-wallet.ts')
      await connect(createDemoWallet(phrase, person, prompts.approve))
    },
    disconnect: async () => {
      prompts.current()?.decline()
      phones.release()
      if (wallet !== null) await connect(null)
      if (local === null) return
      local = null
      await api['wallets.use']({ account: null })
    },
    open: () => {
      const stops = [answerAsks(() => wallet), hear('wallet.cancel', () => prompts.current()?.decline())]
      // A phone that can't be brought back is shown as it was, and says why when it is used.
      void phones.restore().catch(() => undefined)
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
