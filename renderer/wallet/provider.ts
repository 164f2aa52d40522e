import type { Address } from '../../electron/main/domain/bytes.ts'

export type WalletRequest = { readonly method: string; readonly params: readonly unknown[] }

/** What the app needs of a wallet: EIP-1193's `request`, and whose it is. */
export type WalletProvider = {
  readonly name: string
  readonly account: Address
  readonly chainId: () => Promise<number>
  readonly request: (request: WalletRequest) => Promise<unknown>
}

/** An EIP-1193 ProviderRpcError; its code survives the crossing to main. */
export class ProviderFailure extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.name = 'ProviderFailure'
    this.code = code
  }
}
