import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { APPROVES, type Order, type Policy, type Told } from './phone-messages.ts'

const PATIENCE_MS = 60_000

// One for each member: Omit on the union would leave what they share.
type Bare<O> = O extends Order ? Omit<O, 'id'> : never

/** A phone with a wallet app, in a process of its own. */
export class Phone {
  readonly #relayUrl: string
  readonly #folder: string
  readonly requests: { method: string; params: unknown }[] = []
  #child: ChildProcess | null = null
  #policy: Policy = APPROVES
  #orders = 0

  constructor(relayUrl: string, folder: string) {
    this.#relayUrl = relayUrl
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** Switches it on; what it had paired before, it still has. */
  async start(): Promise<void> {
    const options = JSON.stringify({ relayUrl: this.#relayUrl, folder: this.#folder })
    this.#child = fork(join(import.meta.dirname, 'phone-wallet.ts'), [options], { stdio: 'inherit' })
    this.#child.on('message', (told: Told) => {
      if (told.told === 'request') this.requests.push({ method: told.method, params: told.params })
    })
    await this.#hears((told) => told.told === 'ready')
    await this.behave(this.#policy)
  }

  async behave(change: Partial<Policy>): Promise<void> {
    this.#policy = { ...this.#policy, ...change }
    await this.#order({ do: 'behave', policy: this.#policy })
  }

  /** Scans a code. */
  pair(uri: string): Promise<void> {
    return this.#order({ do: 'pair', uri })
  }

  /** The person chooses another account in the app. */
  async choose(account: number): Promise<void> {
    await this.behave({ account })
    await this.#order({ do: 'change' })
  }

  hangUp(): Promise<void> {
    return this.#order({ do: 'hangUp' })
  }

  /** Resolves when the phone has been asked this, now or before. */
  async asked(method: string, times = 1): Promise<void> {
    while (this.count(method) < times) await this.#hears((told) => told.told === 'request')
  }

  /** Resolves when the phone has been asked so many things, whatever they were. */
  async askedInAll(times: number): Promise<void> {
    while (this.requests.length < times) await this.#hears((told) => told.told === 'request')
  }

  count(method: string): number {
    return this.requests.filter((request) => request.method === method).length
  }

  /** Its battery is gone: nothing is said to anybody. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null) return
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await ended
  }

  async #order(order: Bare<Order>): Promise<void> {
    this.#orders += 1
    const id = this.#orders
    const done = this.#hears((told) => told.told === 'done' && told.id === id)
    this.#child?.send({ ...order, id })
    const told = await done
    if (told.told === 'done' && told.error !== undefined) throw new Error(`phone: ${told.error}`)
  }

  #hears(wanted: (told: Told) => boolean): Promise<Told> {
    const child = this.#child
    if (child === null) throw new Error('the phone is off')
    return new Promise((done, failed) => {
      const timer = setTimeout(() => stop(() => failed(new Error('the phone is silent'))), PATIENCE_MS)
      const hear = (told: Told): void => {
        if (wanted(told)) stop(() => done(told))
      }
      const stop = (act: () => void): void => {
        clearTimeout(timer)
        child.off('message', hear)
        act()
      }
      child.on('message', hear)
    })
  }
}
