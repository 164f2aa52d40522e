import { join } from 'node:path'
import type { JsonRpcProvider } from 'ethers'
import { createContractWallets } from './adapters/contract-wallets.ts'
import { createKeystores } from './adapters/keystores-sealed.ts'
import { createSealedStore } from './adapters/sealed-store-disk.ts'
import { createLocalWallet } from './adapters/wallet-local.ts'
import { startWalletThread } from './adapters/wallet-thread.ts'
import { createWindowWallet, type WindowWallet } from './adapters/wallet-window.ts'
import type { Deployment } from './crypto/context.ts'
import type { Address } from './domain/bytes.ts'
import type { Tell } from './ipc-server.ts'
import { createLocalWallets } from './local-wallets.ts'
import type { Confirm, ConfirmWallet } from './ports/confirm.ts'
import type { Keychain } from './ports/keychain.ts'
import type { Wallet } from './ports/wallet.ts'

type Place = {
  readonly deployment: Deployment
  readonly provider: JsonRpcProvider
  readonly userData: string
  readonly keychain: Keychain
  readonly tell: Tell
  readonly confirm: Confirm & ConfirmWallet & { readonly dismiss: () => void }
  readonly nameOf: (account: Address) => Promise<string | null>
  /** How long main waits for a wallet in the window. */
  readonly within: number | undefined
}

/** The wallet of whoever is at this window: the page's (a phone, an invented person's), or one of this computer's. */
export function composeWallets(place: Place) {
  const { deployment, provider, userData, keychain, tell, confirm, nameOf, within } = place
  const inWindow = createWindowWallet(
    deployment,
    (ask) => tell('wallet.ask', ask),
    (id) => tell('wallet.cancel', { id }),
    createContractWallets(provider),
    within,
  )
  const keystores = createKeystores(createSealedStore(join(userData, 'wallets.json'), keychain, 'fail'))
  const script = new URL('./wallet-worker.js', import.meta.url)
  const startKey = () => startWalletThread(script, deployment)
  const local = createLocalWallet({ deployment, provider, keystores, startKey, confirm, nameOf })
  const chosen = (): Wallet => (local.used() === null ? inWindow : local)

  const wallet: Wallet & Pick<WindowWallet, 'connect' | 'answer' | 'drop'> = {
    account: () => chosen().account(),
    signAct: (act, acting) => chosen().signAct(act, acting),
    signMessage: (account, message) => chosen().signMessage(account, message),
    send: (from, to, data) => chosen().send(from, to, data),
    connect: (next) => {
      // The page's wallet takes the place of this computer's.
      if (next !== null) void local.use(null)
      inWindow.connect(next)
    },
    answer: inWindow.answer,
    drop: () => {
      inWindow.drop()
      void local.use(null)
      confirm.dismiss()
    },
  }

  return {
    wallet,
    local: createLocalWallets({
      keystores,
      startKey,
      confirm,
      prove: local.prove,
      used: local.used,
      use: async (account) => {
        await local.use(account)
        if (account !== null) inWindow.connect(null)
      },
    }),
    /** Nobody is there any more: keys are forgotten, and questions closed. */
    lock: (): void => {
      local.lock()
      confirm.dismiss()
    },
  }
}
