/**
 * One end of the bridge between a page's main world and the preload's isolated world. Worlds share the DOM but no
 * JavaScript objects; a CustomEvent crosses synchronously and Blink clones its detail on the way. Functions and
 * promises can't be cloned, so they travel as marks and get a proxy on the other side.
 *
 * Runs in the page from its source text: it may use nothing from outside itself. It takes its builtins at once,
 * before any page script could replace them.
 */
export function createBridge(outgoing: string, incoming: string, mark: string) {
  type Message =
    | { op: 'expose'; key: string; value: unknown }
    | { op: 'call'; id: number; args: unknown[] }
    | { op: 'settle'; id: number; ok: boolean; value: unknown }
    | { op: 'release'; id: number }
    | { op: 'answer'; ok: boolean; value?: unknown }
  type Callable = (...args: unknown[]) => unknown

  // biome-ignore lint/suspicious/noShadowRestrictedNames: the page may replace its own later
  const { CustomEvent, Promise, Map, WeakMap, FinalizationRegistry, Error, Array } = globalThis
  const { freeze, entries, fromEntries, getPrototypeOf, prototype: plain } = globalThis.Object
  // Not the window: its name leads to the next page's once there is one, and functions that this page's world lets go of
  // late would be let go of there.
  const { document } = globalThis
  const dispatch = document.dispatchEvent.bind(document)
  const readDetail = globalThis.Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')!.get!
  const detailOf = Function.prototype.call.bind(readDetail) as (event: Event) => Message | null

  const functions = new Map<number, Callable>()
  const pending = new Map<number, { resolve(value: unknown): void; reject(value: unknown): void }>()
  const proxies = new WeakMap<Callable, number>()
  const released = new FinalizationRegistry<number>((id) => post({ op: 'release', id }))
  let lastId = 0
  let answer: Message | null = null

  const cannotClone = (): Error => new Error('An object could not be cloned.')
  const post = (message: Message): boolean => dispatch(new CustomEvent(outgoing, { detail: message }))
  const isPlain = (value: object): boolean => {
    const prototype = getPrototypeOf(value)
    return prototype === plain || prototype === null
  }

  function pack(value: unknown): unknown {
    if (typeof value === 'function') {
      const theirs = proxies.get(value as Callable)
      if (theirs !== undefined) return { [mark]: 'yours', id: theirs }
      lastId += 1
      functions.set(lastId, value as Callable)
      return { [mark]: 'function', id: lastId }
    }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) {
      lastId += 1
      const id = lastId
      value.then(
        (result) => post({ op: 'settle', id, ok: true, value: pack(result) }),
        (error) => post({ op: 'settle', id, ok: false, value: error }),
      )
      return { [mark]: 'promise', id }
    }
    if (Array.isArray(value)) return value.map(pack)
    return isPlain(value) ? fromEntries(entries(value).map(([k, v]) => [k, pack(v)])) : value
  }

  function unpack(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    if (!isPlain(value)) return value
    const { [mark]: kind, id } = value as { [mark: string]: unknown; id: number }
    if (kind === 'yours') return functions.get(id)
    if (kind === 'promise') return new Promise((resolve, reject) => pending.set(id, { resolve, reject }))
    if (kind === 'function') {
      const proxy: Callable = (...args) => call(id, args)
      proxies.set(proxy, id)
      released.register(proxy, id)
      return proxy
    }
    return fromEntries(entries(value).map(([k, v]) => [k, unpack(v)]))
  }

  function call(id: number, args: unknown[]): unknown {
    answer = null
    post({ op: 'call', id, args: args.map(pack) })
    // The other side answers before `dispatchEvent` returns; no answer means its value could not be cloned.
    const got = answer as Message | null
    if (got?.op !== 'answer') throw cannotClone()
    if (!got.ok) throw got.value
    return unpack(got.value)
  }

  function run(id: number, args: unknown[]): Message {
    try {
      const value = functions.get(id)?.(...args.map(unpack))
      return { op: 'answer', ok: true, value: pack(value) }
    } catch (error) {
      return { op: 'answer', ok: false, value: error }
    }
  }

  function receive(message: Message | null, exposed?: (key: string, value: unknown) => void): void {
    if (message?.op === 'answer') answer = message
    else if (message?.op === 'call') post(run(message.id, message.args))
    else if (message?.op === 'release') functions.delete(message.id)
    else if (message?.op === 'settle') {
      const waiting = pending.get(message.id)
      pending.delete(message.id)
      if (message.ok) waiting?.resolve(unpack(message.value))
      else waiting?.reject(message.value)
    } else if (message?.op === 'expose') exposed?.(message.key, deepFreeze(unpack(message.value)))
    // A detail that can't be cloned arrives as null: whoever called is told so.
    else post({ op: 'answer', ok: false, value: cannotClone() })
  }

  const deepFreeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && (Array.isArray(value) || isPlain(value)))
      for (const [, inner] of entries(freeze(value))) deepFreeze(inner)
    return value
  }

  return {
    listen: (exposed?: (key: string, value: unknown) => void): void =>
      document.addEventListener(incoming, (event) => receive(detailOf(event), exposed)),
    expose: (key: string, value: unknown): boolean => post({ op: 'expose', key, value: pack(value) }),
  }
}

export type Bridge = ReturnType<typeof createBridge>
