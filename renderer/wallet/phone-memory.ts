import { api } from '../lib/bridge.ts'
import type { Phone } from '../lib/wallets.ts'

const KEY = 'medical-chain:phones'

/** The phones that have been paired here: WalletConnect itself forgets a session without a word when it has expired. */
export async function recallPhones(): Promise<readonly Phone[]> {
  const text = await api['wallet.store.getItem']({ key: KEY })
  return text === null ? [] : (JSON.parse(text) as Phone[])
}

export const rememberPhones = (phones: readonly Phone[]): Promise<void> =>
  phones.length === 0
    ? api['wallet.store.removeItem']({ key: KEY })
    : api['wallet.store.setItem']({ key: KEY, value: JSON.stringify(phones) })
