import type { WalletAsk } from '../../electron/ipc/contract.ts'
import { api, hear } from '../lib/bridge.ts'
import type { WalletProvider } from './provider.ts'
import { walletFailure } from './wallet-failures.ts'

/** Passes main's asks on to the connected wallet, and its answers back. Returns how to stop. */
export function answerAsks(connected: () => WalletProvider | null): () => void {
  return hear('wallet.ask', (ask) => void answer(ask, connected()))
}

async function answer(
  { id, method, params, account }: WalletAsk,
  wallet: WalletProvider | null,
): Promise<void> {
  if (wallet === null)
    return api['wallet.answer']({ id, error: { code: 4900, message: 'No wallet is connected' } })
  if (account !== null && account !== wallet.account) {
    return api['wallet.answer']({ id, error: { code: 4100, message: 'Another account is connected' } })
  }
  try {
    return await api['wallet.answer']({ id, result: await wallet.request({ method, params }) })
  } catch (error) {
    const { code, message } = walletFailure(error)
    return api['wallet.answer']({ id, error: { code, message } })
  }
}
