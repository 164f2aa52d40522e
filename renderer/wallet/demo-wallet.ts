import { HDNodeWallet, Mnemonic, type TypedDataDomain, type TypedDataField } from 'ethers'
import type { DemoPerson } from '../../electron/main/domain/network.ts'
import { api } from '../lib/bridge.ts'
import { ProviderFailure, type WalletProvider, type WalletRequest } from './provider.ts'

/** The only chain these wallets sign for: their phrase is public. */
const DEMO_CHAIN = 31337

type Typed = {
  readonly domain: TypedDataDomain & { readonly chainId?: string | number }
  readonly types: Record<string, TypedDataField[]>
  readonly message: Record<string, unknown>
}

/** Asks the person. Resolves when they agree, rejects when they don't. */
export type Approve = (request: WalletRequest, person: DemoPerson) => Promise<void>

/** The wallet of an invented person, as an EIP-1193 provider like any other. It asks before each signature. */
export function createDemoWallet(phrase: string, person: DemoPerson, approve: Approve): WalletProvider {
  const wallet = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(phrase), `m/44'/60'/0'/0/${person.index}`)

  async function signTyped(text: string): Promise<string> {
    const { domain, types, message } = JSON.parse(text) as Typed
    if (Number(domain.chainId) !== DEMO_CHAIN)
      throw new ProviderFailure(4901, 'A demo wallet signs for the demo chain only')
    const { EIP712Domain: _, ...own } = types
    return wallet.signTypedData(domain, own, message)
  }

  async function send(transaction: { to: string; data: string }): Promise<string> {
    const read = (method: Parameters<(typeof api)['wallet.read']>[0]['method'], params: unknown[]) =>
      api['wallet.read']({ method, params })
    const [nonce, gas, price] = await Promise.all([
      read('eth_getTransactionCount', [wallet.address, 'pending']),
      read('eth_estimateGas', [{ from: wallet.address, ...transaction }]),
      read('eth_gasPrice', []),
    ])
    const signed = await wallet.signTransaction({
      to: transaction.to,
      data: transaction.data,
      nonce: Number(nonce),
      gasLimit: (BigInt(gas as string) * 6n) / 5n,
      gasPrice: BigInt(price as string) * 2n,
      chainId: DEMO_CHAIN,
    })
    return String(await read('eth_sendRawTransaction', [signed]))
  }

  return {
    name: person.name,
    account: person.address,
    chainId: async () => Number(await api['wallet.read']({ method: 'eth_chainId', params: [] })),
    request: async (request) => {
      if (Number(await api['wallet.read']({ method: 'eth_chainId', params: [] })) !== DEMO_CHAIN) {
        throw new ProviderFailure(4901, 'A demo wallet signs for the demo chain only')
      }
      await approve(request, person)
      switch (request.method) {
        case 'personal_sign':
          return wallet.signMessage(bytesOf(String(request.params[0])))
        case 'eth_signTypedData_v4':
          return signTyped(String(request.params[1]))
        case 'eth_sendTransaction':
          return send(request.params[0] as { to: string; data: string })
        default:
          throw new ProviderFailure(4200, `${request.method} is not supported`)
      }
    },
  }
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.slice(2).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
