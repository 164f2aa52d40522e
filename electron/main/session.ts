import { counting } from './counting.ts'
import type { Address, Fingerprint, Hex32 } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { LockReason, SessionState } from './domain/session.ts'
import { claimCode } from './flows/claim.ts'
import type { CopyKeeper } from './flows/copy-keeper.ts'
import type { JobRunner } from './flows/job-runner.ts'
import { publishKey, publishNewKey, trustDevice } from './flows/publish-key.ts'
import { readName } from './flows/read-person.ts'
import { signIn } from './flows/sign-in.ts'
import { standing } from './flows/standing.ts'
import type { World } from './flows/world.ts'
import { openWorld } from './open-world.ts'
import type { Vault } from './ports/vault.ts'
import type { NewVault, Open, SessionParts } from './session-parts.ts'

/** One person at this window: from a connected wallet to an open vault, and back. */
export class Session {
  readonly #parts: SessionParts
  #state: SessionState = { stage: 'signed-out' }
  #open: Open | null = null
  /** The newest vault that was to be opened, for as long as that takes. */
  #opening: Promise<unknown> = Promise.resolve()

  constructor(parts: SessionParts) {
    this.#parts = parts
  }

  get state(): SessionState {
    return this.#state
  }

  get isAdmin(): boolean {
    return this.#state.stage === 'open' && this.#state.me.roles.includes('admin')
  }

  /** @throws Failure E_LOCKED, E_NOT_ALLOWED for everybody but admins */
  assertAdmin(): void {
    this.#opened()
    if (!this.isAdmin) throw new Failure('E_NOT_ALLOWED')
  }

  /** @throws Failure E_LOCKED when nobody is in */
  get world(): World {
    return this.#opened().world
  }

  get jobs(): JobRunner {
    return this.#opened().jobs
  }

  get keeper(): CopyKeeper {
    return this.#opened().keeper
  }

  /** What this session calls somebody; null where nobody is in, or their name is sealed to others. */
  async nameOf(account: Address): Promise<string | null> {
    return this.#open === null ? null : readName(this.#open.world, account)
  }

  /** Wallet, chain or store is back: what waited for it goes on. */
  goOn(): void {
    const { jobs, shelf } = this.#opened()
    shelf.look()
    jobs.retryPassing()
    // Without chain and stores nothing is known to have ended; the next look finds it.
    void jobs.closeEnded().catch(() => undefined)
    jobs.views.note()
  }

  async signIn(): Promise<SessionState> {
    await this.#leave()
    return this.#set(await signIn(this.#parts.outside, this.#parts.profiles, this.#parts.hasProven))
  }

  async claim(code: string): Promise<SessionState> {
    const { address } = this.#at('unregistered')
    const roles = await claimCode(this.#parts.outside, address, code)
    return this.#set({ stage: 'needs-key', address, roles })
  }

  async createKey(passphrase: string): Promise<SessionState> {
    const { address, roles } = this.#at('needs-key')
    return this.#create({ address, roles, passphrase, replaces: null })
  }

  /**
   * A new key for a patient whose own is on no backup. Asked in main's own window: the page must not be able to make
   * anybody give a key up. A vault that lies here is put away unharmed.
   * @throws Failure E_NOT_ALLOWED for who is no patient, E_CONFIRM_DECLINED
   */
  async replaceKey(passphrase: string): Promise<SessionState> {
    const { address, roles } = this.#at('needs-restore')
    const { profiles, outside } = this.#parts
    if (!roles.includes('patient')) throw new Failure('E_NOT_ALLOWED', { address })
    await outside.confirm.ask({ act: 'replace', name: '', address, fingerprint: null, words: [], facts: {} })
    const { publicKey } = await outside.ledger.account(address)
    await this.#leave()
    if (await profiles.has(address)) await profiles.setAside(address)
    return this.#create({ address, roles, passphrase, replaces: publicKey })
  }

  async publishKey(): Promise<SessionState> {
    const { roles, replaces } = this.#at('needs-publish')
    await (replaces ? publishNewKey(this.world) : publishKey(this.world, roles))
    await this.#arrive()
    return replaces ? this.#trust() : this.#state
  }

  async unlock(address: Address, passphrase: string): Promise<SessionState> {
    const stored = await this.#parts.profiles.read(address)
    return this.#begin(address, (vault) => vault.open(stored.file, passphrase, stored.secret))
  }

  /**
   * Who has lost the way into a profile of this computer starts as on a new one. Asked in main's own window: the page
   * must not be able to lock people out.
   * @throws Failure E_VAULT_MISSING, E_CONFIRM_DECLINED
   */
  async setAside(address: Address): Promise<SessionState> {
    const { profiles, outside } = this.#parts
    if (!(await profiles.has(address))) throw new Failure('E_VAULT_MISSING', { address })
    // One that is damaged may have lost its name as well.
    const name = (await profiles.list()).find((each) => each.address === address)?.name ?? ''
    await outside.confirm.ask({ act: 'aside', name, address, fingerprint: null, words: [], facts: {} })
    await this.#leave()
    await profiles.setAside(address)
    return this.#set({ stage: 'signed-out' })
  }

  async restore(file: Uint8Array, backupPassphrase: string, passphrase: string): Promise<SessionState> {
    const { address, roles } = this.#at('needs-restore')
    const secret = await this.#parts.profiles.newSecret()
    const account = await this.#parts.outside.ledger.account(address)
    const backup = { file, passphrase: backupPassphrase, expected: account.publicKey as Hex32 as Fingerprint }
    await this.#begin(address, async (vault) => {
      const made = await vault.restore(address, backup, passphrase, secret)
      await this.#parts.profiles.write(address, { file: made, secret, roles, backedUp: true, replaces: null })
    })
    return this.#trust()
  }

  async backup(passphrase: string): Promise<Uint8Array> {
    return this.world.vault.backup(passphrase)
  }

  /** A backup has really been written. */
  async backedUp(): Promise<void> {
    await this.#parts.profiles.note(this.world.me, { backedUp: true })
    await this.#arrive()
  }

  /** Ends the thread that holds the keys. */
  async lock(reason: LockReason): Promise<SessionState> {
    // A lid that is closed while a vault opens must not find it open when it is lifted.
    await this.#opening.catch(() => undefined)
    if (this.#open === null) return this.#state
    const address = this.#open.world.me
    await this.#end()
    return this.#set({ stage: 'locked', address, reason })
  }

  async signOut(): Promise<SessionState> {
    await this.#leave()
    return this.#set({ stage: 'signed-out' })
  }

  async #create({ address, roles, passphrase, replaces }: NewVault): Promise<SessionState> {
    const secret = await this.#parts.profiles.newSecret()
    return this.#begin(address, async (vault) => {
      const file = await counting(vault.create(address, passphrase, secret), this.#parts.makingKey)
      await this.#parts.profiles.write(address, { file, secret, roles, backedUp: false, replaces })
    })
  }

  /** Without the trust, this machine asks the wallet for each log of views; what came before has succeeded all the same. */
  async #trust(): Promise<SessionState> {
    await trustDevice(this.world).catch(() => undefined)
    return this.#state
  }

  #begin(address: Address, openVault: (vault: Vault) => Promise<void>): Promise<SessionState> {
    const opening = this.#opening.catch(() => undefined).then(() => this.#enter(address, openVault))
    this.#opening = opening
    return opening
  }

  async #enter(address: Address, openVault: (vault: Vault) => Promise<void>): Promise<SessionState> {
    await this.#end()
    const { vault, end } = this.#parts.startVault()
    try {
      await openVault(vault)
    } catch (error) {
      await end()
      throw error
    }
    // What was closed to a new key may have had the name.
    const recovered = (): void => void this.#arrive().catch(() => undefined)
    this.#open = openWorld(this.#parts, address, { vault, end, recovered })
    return this.#arrive()
  }

  /** Finds out where the person stands now; once in, their unfinished work goes on. */
  async #arrive(): Promise<SessionState> {
    const { world, jobs, keeper, shelf } = this.#opened()
    const { profiles } = this.#parts
    const wasIn = this.#state.stage === 'open'
    const stored = await profiles.read(world.me)
    const next = this.#set(await standing(world, stored))
    if (next.stage !== 'open') return next
    await profiles.note(world.me, { name: next.me.name, roles: next.me.roles })
    if (wasIn) return next
    await jobs.resume()
    void jobs.closeEnded().catch(() => undefined)
    keeper.start()
    shelf.start()
    return next
  }

  /** Whoever is about to come in is waited for first. */
  async #leave(): Promise<void> {
    await this.#opening.catch(() => undefined)
    await this.#end()
  }

  async #end(): Promise<void> {
    const open = this.#open
    this.#open = null
    await open?.close()
  }

  #set(state: SessionState): SessionState {
    this.#state = state
    this.#parts.changed(state)
    return state
  }

  #opened(): Open {
    if (this.#open === null) throw new Failure('E_LOCKED')
    return this.#open
  }

  #at<Stage extends SessionState['stage']>(stage: Stage): Extract<SessionState, { stage: Stage }> {
    if (this.#state.stage !== stage)
      throw new Failure('E_INPUT', { expected: stage, found: this.#state.stage })
    return this.#state as Extract<SessionState, { stage: Stage }>
  }
}
