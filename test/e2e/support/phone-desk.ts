import { JsonRpcProvider } from 'ethers'
import { CONTRACT } from '../../../electron/main/adapters/ledger-abi.ts'
import type { LocalProfile } from '../../../electron/main/domain/session.ts'
import { PEOPLE } from '../../../tools/demo/people.ts'
import { Desk } from '../../../tools/tour/desk.ts'
import { s } from '../../../tools/tour/scenes.ts'
import { ask } from './bridge.ts'
import type { PhoneUser } from './phone-user.ts'

/** The window of people who hand one phone on to each other: what a scene signs, they decide there. */
export class PhoneDesk extends Desk {
  readonly #clinic: PhoneUser
  readonly #chain: JsonRpcProvider
  /** Requests that somebody has decided. */
  #decided = 0

  constructor(clinic: PhoneUser) {
    super(clinic.desk.app, clinic.desk.page)
    this.#clinic = clinic
    const { rpc, chainId } = clinic.clinic.network
    // Asked only now and then: an answer from a cache would be the one of the act before.
    this.#chain = new JsonRpcProvider(rpc, chainId, { staticNetwork: true, cacheTimeout: -1 })
  }

  override sign(): Promise<void> {
    return this.#decide('approve')
  }

  override decline(): Promise<void> {
    return this.#decide(5000)
  }

  /** Unlocks whoever has a key here; pairs the phone and signs in on it otherwise. */
  override async comeIn(name: string): Promise<void> {
    const { index, address } = PEOPLE.find((person) => person.name === name)!
    await this.#clinic.phone.behave({ account: index, request: 'ignore' })
    await this.heading(s('connect.title')).waitFor()
    const here = await ask<readonly LocalProfile[]>(this.page, 'profiles.list')
    if (here.some((profile) => profile.address === address)) {
      await this.button(s('connect.unlock').replace('{{name}}', name)).click()
      return this.unlock()
    }
    await this.#clinic.pair()
    await this.sign()
  }

  /** Acts that the phone was shown while this ran, and acts that came to the chain, whoever signed them. */
  async during(run: () => Promise<void>): Promise<{ readonly shown: string[]; readonly recorded: string[] }> {
    const { requests } = this.#clinic.phone
    const before = requests.length
    const block = await this.#chain.getBlockNumber()
    await run()
    const typed = requests.slice(before).filter(({ method }) => method === 'eth_signTypedData_v4')
    const shown = typed.map(({ params }) => JSON.parse((params as string[])[1]!).primaryType as string)
    return { shown, recorded: await this.#recordedSince(block) }
  }

  /** Ninety days are the most that a computer is trusted for. */
  async passDays(days: number): Promise<void> {
    await this.#chain.send('evm_increaseTime', [days * 86_400])
    await this.#chain.send('evm_mine', [])
  }

  /** By the transactions that left an event: none is left by one that failed. */
  async #recordedSince(block: number): Promise<string[]> {
    const address = this.#clinic.clinic.network.contract
    const logs = await this.#chain.getLogs({ address, fromBlock: block })
    const since = logs.filter(({ blockNumber }) => blockNumber > block)
    const hashes = new Set(since.map(({ transactionHash }) => transactionHash))
    const sent = await Promise.all([...hashes].map((hash) => this.#chain.getTransaction(hash)))
    return sent.map((transaction) => {
      const { name } = CONTRACT.parseTransaction(transaction!)!
      return name[0]!.toUpperCase() + name.slice(1)
    })
  }

  /** Lets a request lie on the phone until its person looks, and answers that one alone. */
  async #decide(answer: 'approve' | 5000): Promise<void> {
    const { phone } = this.#clinic
    this.#decided += 1
    await phone.askedInAll(this.#decided)
    await phone.behave({ request: answer })
    await phone.behave({ request: 'ignore' })
  }
}
