import type { SealedStore } from '../../electron/main/ports/sealed-store.ts'

/** A computer's small secrets, as long as the process lives. */
export function memoryStore(): SealedStore {
  const all = new Map<string, string>()
  return {
    keys: async () => [...all.keys()],
    get: async (key) => all.get(key) ?? null,
    set: async (key, value) => void all.set(key, value),
    remove: async (key) => void all.delete(key),
  }
}
