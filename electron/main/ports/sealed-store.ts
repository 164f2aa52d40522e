/** Small secrets that this computer remembers between two starts: wallets' sessions, keys for stores, the clinic's account. */
export type SealedStore = {
  readonly keys: () => Promise<readonly string[]>
  readonly get: (key: string) => Promise<string | null>
  /** @throws Failure E_INPUT when it would hold too much, E_BACKEND_UNSAFE where the keychain protects nothing */
  readonly set: (key: string, value: string) => Promise<void>
  readonly remove: (key: string) => Promise<void>
}
