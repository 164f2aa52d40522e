import { useEffect, useState } from 'react'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { SessionMark } from '../../../electron/main/domain/desk.ts'
import type { Role } from '../../../electron/main/domain/person.ts'
import { api, CallFailure } from '../../lib/bridge.ts'
import { type Guests, type Pairing, type Phone, useWallets } from '../../lib/wallets.ts'

export type PersonPhone =
  | { readonly stage: 'idle'; readonly failure: CallFailure | null }
  | { readonly stage: 'asking' }
  | { readonly stage: 'waiting'; readonly pairing: Pairing }
  | { readonly stage: 'other-chain'; readonly phone: Phone; readonly failure: CallFailure | null }
  | { readonly stage: 'signing'; readonly phone: Phone; readonly mark: SessionMark }
  | { readonly stage: 'proven'; readonly phone: Phone; readonly mark: SessionMark }
  | { readonly stage: 'registered'; readonly role: Role }

type Proven = (address: Address) => void

/** One phone at a time; whatever replaces it, or leaves the page, sends the last one away. */
class Reception {
  readonly #guests: Guests
  readonly #role: Role
  readonly #show: (now: PersonPhone) => void
  readonly #proven: Proven
  #turn = 0
  #leave: () => void = () => undefined

  constructor(guests: Guests, role: Role, show: (now: PersonPhone) => void, proven: Proven) {
    this.#guests = guests
    this.#role = role
    this.#show = show
    this.#proven = proven
  }

  /** Takes back the code, or ends the session. */
  stop(failure: CallFailure | null = null): void {
    this.#next()
    this.#show({ stage: 'idle', failure })
  }

  /** This window will be the person's own: their session stays. */
  async keep(topic: string): Promise<void> {
    this.#leave = () => undefined
    await this.#guests.keep(topic)
  }

  start = (): Promise<void> =>
    this.#try(async (isNow) => {
      this.#show({ stage: 'asking' })
      const pairing = await this.#guests.invite()
      if (!isNow()) return pairing.cancel()
      this.#leave = pairing.cancel
      this.#show({ stage: 'waiting', pairing })
      const phone = await pairing.phone
      this.#greet(phone, isNow())
      if (!isNow()) return
      if (phone.state === 'other-chain') this.#show({ stage: 'other-chain', phone, failure: null })
      else await this.#prove(phone, isNow)
    })

  /** The person's wallet goes to the clinic's network, and is asked then. */
  async switch(phone: Phone): Promise<void> {
    const turn = this.#turn
    const isNow = (): boolean => this.#turn === turn
    try {
      const there = await this.#guests.switchChain(phone.topic)
      if (isNow()) await this.#try(() => this.#prove(there, isNow), isNow)
    } catch (error) {
      if (isNow()) this.#show({ stage: 'other-chain', phone, failure: failureOf(error) })
    }
  }

  #greet({ topic }: Phone, expected: boolean): void {
    const leave = (): void => void this.#guests.dismiss(topic).catch(() => undefined)
    if (expected) this.#leave = leave
    else leave()
  }

  async #prove(phone: Phone, isNow: () => boolean): Promise<void> {
    const { topic, account } = phone
    const { message, mark } = await api['desk.arrive']({ account, topic })
    if (!isNow()) return
    this.#show({ stage: 'signing', phone, mark })
    const params = [hexOf(message), account]
    const signature = String(await this.#guests.ask(topic, { method: 'personal_sign', params }))
    if (!isNow()) return
    const { address, registered } = await api['desk.prove']({ signature })
    if (!isNow()) return
    if (registered.includes(this.#role)) {
      this.#next()
      return this.#show({ stage: 'registered', role: this.#role })
    }
    this.#show({ stage: 'proven', phone, mark })
    this.#proven(address)
  }

  async #try(run: (isNow: () => boolean) => Promise<void>, given?: () => boolean): Promise<void> {
    const turn = given === undefined ? this.#next() : this.#turn
    const isNow = given ?? ((): boolean => this.#turn === turn)
    try {
      await run(isNow)
    } catch (error) {
      if (isNow()) this.stop(failureOf(error))
    }
  }

  #next(): number {
    const leave = this.#leave
    this.#leave = () => undefined
    this.#turn += 1
    leave()
    return this.#turn
  }
}

/**
 * Has a person's own phone say and prove its address: one scan, and at most two prompts on it. The phone stays a guest.
 * @param role what the person is to be registered as
 */
export function usePersonPhone(role: Role, proven: Proven) {
  const { phones } = useWallets()
  const [now, setNow] = useState<PersonPhone>({ stage: 'idle', failure: null })
  const [reception] = useState(() => new Reception(phones.guests, role, setNow, proven))
  useEffect(() => () => reception.stop(), [reception])
  return {
    now,
    start: reception.start,
    stop: (): void => reception.stop(),
    switch: (phone: Phone): Promise<void> => reception.switch(phone),
    keep: (topic: string): Promise<void> => reception.keep(topic),
  }
}

const failureOf = (error: unknown): CallFailure =>
  error instanceof CallFailure ? error : new CallFailure('E_WALLET_RELAY', {})

const hexOf = (text: string): string =>
  `0x${Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
