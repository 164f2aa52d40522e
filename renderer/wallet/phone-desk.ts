import type { Address } from '../../electron/main/domain/bytes.ts'
import type { PhoneNetwork } from '../../electron/main/domain/network.ts'
import { api } from '../lib/bridge.ts'
import type { Guests, Pairing, Phone, PhoneDesk, PhoneState } from '../lib/wallets.ts'
import { recallPhones, rememberPhones } from './phone-memory.ts'
import type { Phones } from './phones.ts'
import { ProviderFailure, type WalletProvider, type WalletRequest } from './provider.ts'
import { callFailure } from './wallet-failures.ts'
import { createWalletStorage } from './wallet-storage.ts'

type Parts = {
  /** Shows what a phone is asked until it answers. */
  readonly ask: (request: WalletRequest, name: string, send: () => Promise<unknown>) => Promise<unknown>
  /** Makes this the window's wallet; null when it has gone. */
  readonly connect: (wallet: WalletProvider | null) => Promise<void>
}

const now = (): number => Math.floor(Date.now() / 1000)

/** The phones of this window: what is remembered of them at once, and WalletConnect itself when it is needed. */
export function createPhoneDesk({ ask, connect }: Parts) {
  const listeners = new Set<() => void>()
  let state: PhoneState = { network: null, phones: [], inUse: null, online: true }
  let opening: Promise<Phones> | null = null
  let restoring: Promise<void> | null = null
  /** Codes that are asked for or wait to be scanned. The SDK counts those that were taken back too. */
  let codes = 0
  /** Sessions of this window's own people. Any other is a guest's, and is neither listed nor remembered. */
  const mine = new Set<string>()
  /** The phone that is the window's wallet, as main was told of it. */
  let told: Phone | null = null
  const tellOf = (phone: Phone | null): void => {
    told = phone
    set({ inUse: phone?.topic ?? null })
  }

  function set(change: Partial<PhoneState>): void {
    const before = JSON.stringify(state.phones)
    state = { ...state, ...change }
    for (const listener of listeners) listener()
    if (JSON.stringify(state.phones) !== before) void rememberPhones(state.phones).catch(() => undefined)
  }

  function opened(): Promise<Phones> {
    const { network } = state
    if (network === null) return Promise.reject(callFailure(new ProviderFailure(4900, 'no phones here')))
    opening ??= load(network).catch((error) => {
      opening = null
      throw error
    })
    return opening
  }

  async function load(network: PhoneNetwork): Promise<Phones> {
    const { openPhones } = await import('./phones.ts')
    return openPhones(network, () => void opening?.then(refresh))
  }

  function refresh(phones: Phones): void {
    const known = new Map(state.phones.map((phone) => [phone.topic, phone]))
    const own = phones.list().filter(({ topic }) => mine.has(topic))
    const live = own.map((phone) => ({
      ...phone,
      usedAt: Math.max(phone.usedAt, known.get(phone.topic)?.usedAt ?? now()),
    }))
    const replaced = ({ topic, name, account }: Phone): boolean =>
      live.some((one) => one.topic === topic || (one.name === name && one.account === account))
    const gone = state.phones.filter((phone) => !replaced(phone))
    const ended = gone.some((phone) => phone.state !== 'ended') && live.length === 0
    set({ phones: [...live, ...gone.map((phone) => ({ ...phone, state: 'ended' as const }))] })
    set({ online: phones.online() })
    void follow()
    if (ended) void endIfIdle(phones)
  }

  /** Keeps nothing of WalletConnect's once no phone is left and no code waits. */
  async function endIfIdle(phones: Phones): Promise<void> {
    if (codes === 0 && phones.list().length === 0) await end(phones)
  }

  /** Whoever asks for a phone from here on has everything opened anew. */
  async function end(phones: Phones): Promise<void> {
    opening = null
    await phones.end()
  }

  async function invite(): Promise<Pairing> {
    // Counted before anything is waited for: the last phone's goodbye may be under way, and would end the client.
    codes += 1
    const over = (): void => {
      codes -= 1
    }
    try {
      const pairing = await pairWith(await opened())
      pairing.phone.then(over, over)
      return pairing
    } catch (error) {
      over()
      throw error
    }
  }

  /** The SDK tries a silent relay at longer and longer intervals; the next code shall not wait for one of them. */
  async function pairWith(phones: Phones): Promise<Pairing> {
    return phones.pair().catch(async (error) => {
      if (phones.list().length === 0) await end(phones)
      throw error
    })
  }

  /** Main hears when the wallet has gone, or has another account or chain. */
  async function follow(): Promise<void> {
    if (told === null) return
    const phone = state.phones.find(({ topic }) => topic === told?.topic)
    if (phone === undefined || phone.state === 'ended') {
      tellOf(null)
      await connect(null)
    } else if (phone.account !== told.account || phone.chainId !== told.chainId) await tell(phone)
  }

  async function tell(phone: Phone): Promise<void> {
    tellOf(phone)
    const { name, account, chainId, topic } = phone
    await connect({
      name,
      account,
      chainId: async () => chainId,
      request: (request) => ask(request, name, async () => (await opened()).request(topic, request)),
    })
  }

  async function restore(): Promise<void> {
    const network = await api['wallet.phones']()
    if (network === null) return
    const phones = await recallPhones()
    const standing = (phone: Phone) => (phone.expiresAt > now() ? phone.state : 'ended')
    set({ network, phones: phones.map((phone) => ({ ...phone, state: standing(phone) })) })
    for (const { topic } of phones) mine.add(topic)
    if (!state.phones.some((phone) => phone.state !== 'ended')) return createWalletStorage().clear()
    const here = await opened()
    // A guest's session that a reload has cut off from its page has nobody left who would end it.
    for (const { topic } of here.list()) if (!mine.has(topic)) await here.disconnect(topic)
    refresh(here)
  }

  function restoreOnce(): Promise<void> {
    restoring ??= restore()
    return restoring
  }

  const guests: Guests = {
    invite,
    ask: async (topic, request) => {
      try {
        return await (await opened()).request(topic, request)
      } catch (error) {
        throw callFailure(error)
      }
    },
    switchChain: async (topic) => {
      const phones = await opened()
      await phones.switchChain(topic)
      return phones.list().find((phone) => phone.topic === topic)!
    },
    keep: async (topic) => {
      mine.add(topic)
      refresh(await opened())
    },
    dismiss: async (topic) => {
      const phones = await opened()
      await phones.disconnect(topic)
      await endIfIdle(phones)
    },
  }

  const desk: PhoneDesk = {
    guests,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    restored: async () => restoreOnce().catch(() => undefined),
    pair: async () => {
      const { phone, ...code } = await invite()
      const paired = phone.then(async ({ topic }) => {
        mine.add(topic)
        refresh(await opened())
        return state.phones.find((one) => one.topic === topic)!
      })
      paired.catch(() => undefined)
      return { ...code, phone: paired }
    },
    use: async (topic) => {
      refresh(await opened())
      const phone = state.phones.find((one) => one.topic === topic)
      if (phone === undefined || phone.state === 'ended')
        throw callFailure(new ProviderFailure(4900, 'The session has ended'))
      await tell(phone)
    },
    switchChain: async (topic) => (await opened()).switchChain(topic),
    disconnect: async (topic) => {
      const live = state.phones.some((phone) => phone.topic === topic && phone.state !== 'ended')
      // Without the relay it is forgotten here all the same.
      const phones = live ? await opened().catch(() => null) : null
      await phones?.disconnect(topic)
      set({ phones: state.phones.filter((phone) => phone.topic !== topic) })
      await follow()
      if (phones !== null) await endIfIdle(phones)
    },
  }

  return {
    ...desk,
    /** Brings back what was paired before; once. */
    restore: restoreOnce,
    /** Uses the phone of this account where there is one. */
    useFor: async (account: Address): Promise<boolean> => {
      await restoring?.catch(() => undefined)
      const phone = state.phones.find((one) => one.account === account && one.state !== 'ended')
      if (phone === undefined) return false
      if (told?.topic !== phone.topic) await desk.use(phone.topic)
      return true
    },
    /** Another wallet is the window's now, or none. */
    release: () => tellOf(null),
  }
}
