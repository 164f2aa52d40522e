import { api } from '../lib/bridge.ts'

/** WalletConnect's storage, in main under the system's keychain instead of in this page's IndexedDB. */
export function createWalletStorage() {
  let closed = false

  const getItem = async <T>(key: string): Promise<T | undefined> => {
    const text = await api['wallet.store.getItem']({ key })
    return text === null ? undefined : (JSON.parse(text) as T)
  }

  return {
    getKeys: ownKeys,
    getEntries: async <T>(): Promise<[string, T][]> => {
      const keys = await ownKeys()
      return Promise.all(keys.map(async (key): Promise<[string, T]> => [key, (await getItem<T>(key)) as T]))
    },
    getItem,
    setItem: async <T>(key: string, value: T): Promise<void> => {
      if (!closed) await api['wallet.store.setItem']({ key, value: JSON.stringify(value) })
    },
    removeItem: (key: string): Promise<void> => api['wallet.store.removeItem']({ key }),
    /** Removes everything, and keeps a client that is going from writing it once more. */
    clear: async (): Promise<void> => {
      closed = true
      for (const key of await ownKeys()) await api['wallet.store.removeItem']({ key })
    },
  }
}

/** All but what this app itself remembers. */
const ownKeys = async (): Promise<string[]> =>
  (await api['wallet.store.getKeys']()).filter((key) => !key.startsWith('medical-chain:'))
