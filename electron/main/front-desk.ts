import { checksummed } from './crypto/address.ts'
import type { Deployment } from './crypto/context.ts'
import { sessionMark } from './crypto/session-mark.ts'
import { arrivalMessage, messageHash, recoverMessageSigner } from './crypto/sign-in.ts'
import type { Address } from './domain/bytes.ts'
import type { Arrival } from './domain/desk.ts'
import { Failure } from './domain/failure.ts'
import type { Role } from './domain/person.ts'
import type { ContractWallets } from './ports/contract-wallets.ts'
import type { LedgerState } from './ports/ledger.ts'

/** As long as the message itself says. */
const GOOD_FOR_MS = 10 * 60_000

type Parts = {
  readonly deployment: Deployment
  readonly ledger: Pick<LedgerState, 'account'>
  readonly wallets: ContractWallets
  readonly now: () => Date
}

/** Learns and proves whose phone has come to the desk. Nothing that the page says of it is believed. */
export class FrontDesk {
  readonly #parts: Parts
  #asked: { readonly account: Address; readonly message: string } | null = null
  #proven: { readonly account: Address; readonly at: number } | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A phone was paired: what it is to sign. The last one that was asked is the one that counts. */
  arrive(account: Address, topic: string): Arrival {
    const { deployment, now } = this.#parts
    const mark = sessionMark(topic)
    const message = arrivalMessage(deployment, checksummed(account), mark.words, now())
    this.#asked = { account, message }
    this.#proven = null
    return { message, mark }
  }

  /** @throws Failure E_ARRIVAL_UNPROVEN when nobody was asked, E_SIGNATURE_FOREIGN */
  async prove(signature: string): Promise<{ address: Address; registered: readonly Role[] }> {
    const { ledger, wallets, now } = this.#parts
    const asked = this.#asked
    this.#asked = null
    if (asked === null) throw new Failure('E_ARRIVAL_UNPROVEN')
    const { account, message } = asked
    const own =
      recoverMessageSigner(message, signature) === account ||
      (await wallets.accepts(account, messageHash(message), signature))
    if (!own) throw new Failure('E_SIGNATURE_FOREIGN', { author: account })
    this.#proven = { account, at: now().getTime() }
    return { address: account, registered: (await ledger.account(account)).roles }
  }

  /** Whether this account's wallet has signed at this desk just now, so that it needn't again. */
  hasProven(account: Address): boolean {
    const proven = this.#proven
    return proven?.account === account && this.#parts.now().getTime() - proven.at < GOOD_FOR_MS
  }

  forget(): void {
    this.#asked = null
    this.#proven = null
  }
}
