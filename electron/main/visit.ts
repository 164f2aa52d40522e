import { createHash } from 'node:crypto'
import type { Address, Cid } from './domain/bytes.ts'
import type { Removed, VisitEnding, VisitKey, VisitState } from './domain/desk.ts'
import { Failure } from './domain/failure.ts'
import type { Copies, Held, Pins } from './ports/blobs.ts'
import type { Clipping } from './ports/clipping.ts'
import type { Profiles } from './ports/profiles.ts'
import type { SealedStore } from './ports/sealed-store.ts'
import type { Shelf } from './ports/shelf.ts'

/** The one entry of the visit's own store: whose visit it is. It outlives a crash, so that the end is not forgotten. */
const ACCOUNT = 'account'

export type VisitParts = {
  readonly profiles: Pick<Profiles, 'has' | 'read' | 'remove'>
  /** What this person has opened here from shared stores. */
  readonly shelf: Pick<Shelf, 'patients' | 'clear'>
  readonly blobs: Held & Pick<Pins, 'collect'> & Pick<Copies, 'copiesOf'>
  /** What this computer remembers of the chain. */
  readonly memory: { readonly forget: (account: Address) => number }
  readonly store: SealedStore
  readonly clipping: Clipping
  /** Ends whoever is at the window, and what it has open. */
  readonly signOut: () => Promise<unknown>
  readonly closeWindow: () => void
  readonly changed: (state: VisitState | null) => void
  /** The page is loaded anew: nothing of it stays in memory. */
  readonly refresh: () => void
}

const NOTHING: Removed = { key: false, answers: 0, blocks: 0, blocksKept: 0, clipboard: false }

/** A patient at a computer that is not theirs: from the front desk's "go on here" to an end that leaves nothing. */
export class Visit {
  readonly #parts: VisitParts
  #running: { readonly account: Address; readonly before: ReadonlySet<Cid> | null } | null = null
  #over: Extract<VisitState, { stage: 'over' }> | null = null
  #ending: Promise<VisitState> | null = null
  #copied: string | null = null

  constructor(parts: VisitParts) {
    this.#parts = parts
  }

  get runs(): boolean {
    return this.#running !== null
  }

  /** Others come in when it is over: what they did here would be taken for the visitor's. @throws Failure E_VISIT_RUNNING */
  admit(account: Address): void {
    if (this.#running !== null && this.#running.account !== account) throw new Failure('E_VISIT_RUNNING')
  }

  async state(): Promise<VisitState | null> {
    if (this.#running === null) return this.#over
    const { account } = this.#running
    return { stage: 'running', account, key: await this.#key(account) }
  }

  /** @throws Failure E_VISIT_RUNNING, E_VISIT_AT_HOME for somebody whose key is here for good */
  async begin(account: Address): Promise<VisitState | null> {
    const { profiles, blobs, store, signOut } = this.#parts
    if (this.#running !== null) throw new Failure('E_VISIT_RUNNING')
    if (await profiles.has(account)) throw new Failure('E_VISIT_AT_HOME', { account })
    await store.set(ACCOUNT, account)
    this.#running = { account, before: new Set(await blobs.pinned()) }
    this.#over = null
    this.#copied = null
    await signOut()
    return this.#tell()
  }

  /** Something was copied in the window. Only its hash is kept, to know it again. */
  copied(text: string): void {
    if (this.#running !== null) this.#copied = hashOf(text)
  }

  /**
   * Removes everything of this person from this computer.
   * @throws Failure E_VISIT_NO_BACKUP when their key is nowhere else and nobody has said that it may be lost
   */
  async end(reason: VisitEnding, withoutBackup: boolean): Promise<VisitState | null> {
    const running = this.#running
    if (running === null) return this.#over
    if (!withoutBackup && (await this.#key(running.account)) === 'only-here')
      throw new Failure('E_VISIT_NO_BACKUP', { account: running.account })
    this.#ending ??= this.#wipe(running.account, running.before, reason).finally(() => {
      this.#ending = null
    })
    return this.#ending
  }

  /** A visit that a crash or a quit has cut short is ended before anybody comes in. */
  async recover(): Promise<void> {
    const account = (await this.#parts.store.get(ACCOUNT)) as Address | null
    if (account === null) return
    // Which blocks were there before is not known any more: they stay, sealed.
    this.#running = { account, before: null }
    await this.end('interrupted', true)
  }

  /** Somebody has read that it is over. */
  async close(): Promise<void> {
    if (this.#over === null) return
    this.#over = null
    await this.#parts.store.remove(ACCOUNT)
    await this.#tell()
  }

  async #wipe(account: Address, before: ReadonlySet<Cid> | null, reason: VisitEnding): Promise<VisitState> {
    const { profiles, memory, clipping, shelf, signOut, closeWindow, refresh } = this.#parts
    closeWindow()
    await signOut()
    const clipboard = await clipping.clearIf((text) => hashOf(text) === this.#copied)
    this.#copied = null
    const key = await profiles.has(account)
    await profiles.remove(account)
    for (const patient of shelf.patients(account)) await shelf.clear(account, patient)
    const blocks = before === null ? {} : await this.#letGo(before)
    const answers = memory.forget(account)
    this.#running = null
    this.#over = {
      stage: 'over',
      account,
      reason,
      removed: { ...NOTHING, ...blocks, key, clipboard, answers },
    }
    await this.#tell()
    refresh()
    return this.#over
  }

  /** Frees what came here during the visit and is kept elsewhere. What is nowhere else is the record itself. */
  async #letGo(before: ReadonlySet<Cid>): Promise<Pick<Removed, 'blocks' | 'blocksKept'>> {
    const { blobs } = this.#parts
    const came = (await blobs.pinned()).filter((cid) => !before.has(cid))
    const elsewhere = await Promise.all(came.map(async (cid) => (await blobs.copiesOf(cid)).length > 0))
    const free = came.filter((_, place) => elsewhere[place])
    for (const cid of free) await blobs.release(cid)
    if (free.length > 0) await blobs.collect()
    return { blocks: free.length, blocksKept: came.length - free.length }
  }

  async #key(account: Address): Promise<VisitKey> {
    const { profiles } = this.#parts
    if (!(await profiles.has(account))) return 'none'
    const stored = await profiles.read(account).catch(() => null)
    return stored?.backedUp === true ? 'backed-up' : 'only-here'
  }

  async #tell(): Promise<VisitState | null> {
    const state = await this.state()
    this.#parts.changed(state)
    return state
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
