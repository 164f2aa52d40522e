import type { Address } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { LockReason, SessionState } from './domain/session.ts'
import { signerFor } from './flows/acting.ts'
import { claimCode } from './flows/claim.ts'
import type { CopyKeeper } from './flows/copy-keeper.ts'
import type { JobRunner } from './flows/job-runner.ts'
import { publishKey, publishNewKey, trustDevice } from './flows/publish-key.ts'
import { readName } from './flows/read-person.ts'
import { signIn, signInAs } from './flows/sign-in.ts'
import { standing } from './flows/standing.ts'
import type { World } from './flows/world.ts'
import { openWorld } from './open-world.ts'
import type { Vault } from './ports/vault.ts'
import type { NewVault, Open, SessionParts } from './session-parts.ts'
import { askToPutAside, askToReplace, createVault, renewVault, restoreVault } from './vault-files.ts'

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
    // Whoever is in stays where this fails.
    const next = await signIn(this.#parts.outside, this.#parts.profiles, this.#parts.hasProven)
    await this.#leave()
    return this.#set(next)
  }

  /** Comes in as the connected wallet's own person, or for somebody that it acts for. */
  async choose(account: Address): Promise<SessionState> {
    const { address: signer, own, charges } = this.#at('choose')
    const found = (own && account === signer) || charges.some(({ address }) => address === account)
    if (!found) throw new Failure('E_INPUT', { account })
    const { outside, profiles, hasProven } = this.#parts
    return this.#set(await signInAs(outside, profiles, { address: account, signer }, hasProven))
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
   * A new key for a patient whose own is on no backup. A vault that lies here is put away unharmed.
   * @throws Failure E_NOT_ALLOWED for who is no patient, E_CONFIRM_DECLINED
   */
  async replaceKey(passphrase: string): Promise<SessionState> {
    const { address, roles } = this.#at('needs-restore')
    const replaces = await askToReplace(this.#parts, { address, roles })
    await this.#leave()
    if (await this.#parts.profiles.has(address)) await this.#parts.profiles.setAside(address)
    return this.#create({ address, roles, passphrase, replaces })
  }

  async publishKey(): Promise<SessionState> {
    const { roles, replaces } = this.#at('needs-publish')
    await (replaces === false ? publishKey(this.world, roles) : publishNewKey(this.world))
    // Before work goes on: folders may have to be locked anew.
    if (replaces !== false) await this.#trust()
    return this.#arrive()
  }

  /** A new key and passphrase for somebody whose account was handed over; the key before goes on opening what it opens. */
  async renewKey(passphrase: string): Promise<SessionState> {
    const { address, roles } = this.#at('needs-new-key')
    await renewVault(this.#parts, this.world.vault, { address, roles, passphrase })
    return this.#arrive()
  }

  async unlock(address: Address, passphrase: string): Promise<SessionState> {
    const stored = await this.#parts.profiles.read(address)
    return this.#begin(address, (vault) => vault.open(stored.file, passphrase, stored.secret))
  }

  /**
   * Who has lost the way into a profile of this computer starts as on a new one.
   * @throws Failure E_VAULT_MISSING, E_CONFIRM_DECLINED
   */
  async setAside(address: Address): Promise<SessionState> {
    await askToPutAside(this.#parts, address)
    await this.#leave()
    await this.#parts.profiles.setAside(address)
    return this.#set({ stage: 'signed-out' })
  }

  async restore(file: Uint8Array, backupPassphrase: string, passphrase: string): Promise<SessionState> {
    const who = this.#at('needs-restore')
    const backup = { file, passphrase: backupPassphrase }
    const next = await this.#begin(who.address, (vault) =>
      restoreVault(this.#parts, vault, who, backup, passphrase),
    )
    // A computer that is about to have new keys is trusted with those.
    return next.stage === 'needs-new-key' ? next : this.#trust()
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

  #create(made: NewVault): Promise<SessionState> {
    return this.#begin(made.address, (vault) => createVault(this.#parts, vault, made))
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
    const signer = await signerFor(this.#parts.outside, address)
    const { vault, end } = this.#parts.startVault()
    try {
      await openVault(vault)
    } catch (error) {
      await end()
      throw error
    }
    // What was closed to a new key may have had the name.
    const recovered = (): void => void this.#arrive().catch(() => undefined)
    this.#open = openWorld(this.#parts, address, { signer, vault, end, recovered })
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
