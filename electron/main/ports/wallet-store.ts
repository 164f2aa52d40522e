/** Where the phone wallets' sessions are remembered between two starts: whoever reads them could pose as this app. */
export type WalletStore = {
  readonly keys: () => Promise<readonly string[]>
  readonly get: (key: string) => Promise<string | null>
  /** @throws Failure E_INPUT when it would hold too much, E_BACKEND_UNSAFE where the keychain protects nothing */
  readonly set: (key: string, value: string) => Promise<void>
  readonly remove: (key: string) => Promise<void>
}
