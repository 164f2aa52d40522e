import { randomUUID } from 'node:crypto'
import type { Deployment } from '../crypto/context.ts'
import { messageHash, recoverMessageSigner } from '../crypto/sign-in.ts'
import { hashOf, recoverSigner, typedDataOf } from '../crypto/typed-data.ts'
import { signerIn } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { Failure, type FailureCode } from '../domain/failure.ts'
import type { ContractWallets } from '../ports/contract-wallets.ts'
import type { Wallet } from '../ports/wallet.ts'

/** A little longer than the five minutes after which WalletConnect itself gives up. */
export const ANSWER_WITHIN_MS = 310_000

type Method = 'eth_signTypedData_v4' | 'personal_sign' | 'eth_sendTransaction'
export type Ask = {
  readonly id: string
  readonly method: Method
  readonly params: readonly unknown[]
  readonly account: Address
}
export type Answer = {
  readonly id: string
  readonly result?: unknown
  readonly error?: { code: number; message: string } | undefined
}
export type Connected = { readonly account: Address; readonly chainId: number; readonly name: string }

type Waiting = {
  readonly done: (value: unknown) => void
  readonly failed: (failure: Failure) => void
  readonly timer: NodeJS.Timeout
}

/** EIP-1193, EIP-3326 and WalletConnect codes, two of the window's own (9001, 9002), and what they mean here. */
const MEANING: Readonly<Record<number, FailureCode>> = {
  4001: 'E_WALLET_REJECTED',
  5000: 'E_WALLET_REJECTED',
  4100: 'E_WALLET_OTHER_ACCOUNT',
  4200: 'E_WALLET_UNSUPPORTED',
  4900: 'E_WALLET_DISCONNECTED',
  4901: 'E_WALLET_OTHER_CHAIN',
  4902: 'E_WALLET_OTHER_CHAIN',
  8000: 'E_WALLET_NO_REPLY',
  9001: 'E_WALLET_RELAY',
  9002: 'E_CANCELLED',
}

export type WindowWallet = Wallet & {
  /** The window told which account its wallet has, or that it has none. */
  readonly connect: (connected: Connected | null) => void
  /** Takes an answer, once; a second or unknown one is ignored. */
  readonly answer: (answer: Answer) => void
  /** The window is gone: all that waits fails. */
  readonly drop: () => void
}

/**
 * The wallet in the window, asked from main. One prompt at a time, no retry, and no answer is believed: the signer
 * is recovered here, or its contract asked, as the clinic's own contract does it.
 */
export function createWindowWallet(
  deployment: Deployment,
  send: (ask: Ask) => void,
  cancel: (id: string) => void,
  { accepts }: ContractWallets,
  within = ANSWER_WITHIN_MS,
): WindowWallet {
  const waiting = new Map<string, Waiting>()
  let connected: Connected | null = null
  let turn: Promise<unknown> = Promise.resolve()

  function ask(account: Address, method: Method, params: readonly unknown[]): Promise<unknown> {
    const asked = turn.then(() => askNow(account, method, params))
    turn = asked.catch(() => undefined)
    return asked
  }

  function askNow(account: Address, method: Method, params: readonly unknown[]): Promise<unknown> {
    const id = randomUUID()
    return new Promise((done, failed) => {
      const timer = setTimeout(() => {
        cancel(id)
        settle(id)?.failed(new Failure('E_WALLET_NO_REPLY', { minutes: Math.round(within / 60_000) }))
      }, within)
      waiting.set(id, { done, failed, timer })
      send({ id, method, params, account })
    })
  }

  function settle(id: string): Waiting | undefined {
    const found = waiting.get(id)
    clearTimeout(found?.timer)
    waiting.delete(id)
    return found
  }

  function account(): Address {
    if (connected === null) throw new Failure('E_WALLET_DISCONNECTED')
    if (connected.chainId !== deployment.chainId) {
      throw new Failure('E_WALLET_OTHER_CHAIN', { expected: deployment.chainId, found: connected.chainId })
    }
    return connected.account
  }

  function accountFor(signer: Address): Address {
    const found = account()
    if (found !== signer) throw new Failure('E_WALLET_OTHER_ACCOUNT', { expected: signer, found })
    return found
  }

  /** ECDSA first, then ERC-1271: an account with delegated code still signs with its key. */
  async function signedBy(
    signer: Address,
    found: Address | null,
    hash: Hex32,
    signature: string,
  ): Promise<Hex32> {
    if (found !== signer && !(await accepts(signer, hash, signature)))
      throw new Failure('E_SIGNATURE_FOREIGN', { author: signer })
    return signature as Hex32
  }

  return {
    account: async () => account(),
    signAct: async (act, acting) => {
      const signer = accountFor(signerIn(act, acting))
      const typed = JSON.stringify(typedDataOf(deployment, act))
      const signature = String(await ask(signer, 'eth_signTypedData_v4', [signer, typed]))
      const found = recoverSigner(deployment, act, signature)
      return signedBy(signer, found, hashOf(deployment, act), signature)
    },
    signMessage: async (signer, message) => {
      accountFor(signer)
      const signature = String(
        await ask(signer, 'personal_sign', [`0x${Buffer.from(message).toString('hex')}`, signer]),
      )
      const found = recoverMessageSigner(message, signature)
      return signedBy(signer, found, messageHash(message), signature)
    },
    send: async (from, to, data) => {
      accountFor(from)
      const hash = await ask(from, 'eth_sendTransaction', [{ from, to, data }])
      if (typeof hash !== 'string' || !/^0x[0-9a-f]{64}$/.test(hash))
        throw new Failure('E_WALLET_UNSUPPORTED', { method: 'eth_sendTransaction' })
      return hash as Hex32
    },
    connect: (next) => {
      connected = next
    },
    answer: ({ id, result, error }) => {
      const found = settle(id)
      if (error === undefined) found?.done(result)
      else found?.failed(refusal(error))
    },
    drop: () => {
      connected = null
      for (const id of [...waiting.keys()]) settle(id)?.failed(new Failure('E_WALLET_DISCONNECTED'))
    },
  }
}

function refusal({ code, message }: { code: number; message: string }): Failure {
  const cause = new Error(message)
  if (/insufficient funds|exceeds balance/i.test(message))
    return new Failure('E_WALLET_NO_FUNDS', {}, { cause })
  if (/reject|denied|declined/i.test(message)) return new Failure('E_WALLET_REJECTED', {}, { cause })
  return new Failure(MEANING[code] ?? 'E_WALLET_UNSUPPORTED', { code }, { cause })
}
