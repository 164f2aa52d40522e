import type { FromPage, ToPage } from '../channel.ts'
import type { createCodec } from '../codec.ts'
import type { createBridge } from './bridge.ts'
import type { createLine } from './line.ts'
import type { BridgeNames } from './main-world.ts'

export interface PreloadConfig extends BridgeNames {
  /** `/__electron_host__/…?window=…` */
  socket: string
  frame: string
  bigFrame: number
  process: Record<string, unknown>
}

interface Parts {
  createBridge: typeof createBridge
  createCodec: typeof createCodec
  createLine: typeof createLine
  /** The app's preload as a CommonJS function; absent when the window has none. */
  preload: ((...scope: unknown[]) => void) | null
}

/** Runs in the isolated world before the page's scripts: a sandboxed preload's surroundings, then the preload. */
export function preloadWorld(config: PreloadConfig, parts: Parts): void {
  type Listener = (event: unknown, ...args: unknown[]) => void
  const isApp =
    location.hostname.endsWith('.localhost') && !location.pathname.startsWith('/__electron_host__')
  if (window !== window.top || !isApp) return

  const bridge = parts.createBridge(config.toMain, config.toPreload, config.mark)
  const line = parts.createLine(config, parts.createCodec())
  const waiting = new Map<number, (reply: { result?: unknown; error?: string }) => void>()
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const exposed = new Set<string>()
  const combinations = new Map<string, number>()
  let lastId = 0

  const named = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get: (target, key) => {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key)
        throw new Error(`electron-host: ${name}.${key} is not supplied by the host`)
      },
    })
  const add = (channel: string, listener: Listener, once: boolean) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener) => {
    const all = listeners.get(channel) ?? []
    const at = all.findLastIndex((entry) => entry.listener === listener)
    listeners.set(
      channel,
      all.filter((_, index) => index !== at),
    )
    return ipcRenderer
  }

  const ipcRenderer: Record<string, unknown> = named('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      lastId += 1
      const id = lastId
      line.send({ kind: 'invoke', id, channel, args } satisfies FromPage)
      const reply = await new Promise<{ result?: unknown; error?: string }>((resolve) =>
        waiting.set(id, resolve),
      )
      if (reply.error === undefined) return reply.result
      throw new Error(`Error invoking remote method '${channel}': ${reply.error}`)
    },
    send: (channel: string, ...args: unknown[]) =>
      line.send({ kind: 'send', channel, args } satisfies FromPage),
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel?: string) => {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  })

  const contextBridge = named('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (exposed.has(key) || key in window)
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(key)
      bridge.expose(key, api)
    },
  })
  // A File the user picks in Chromium has no path to tell; Electron answers '' for such files as well.
  const webUtils = named('webUtils', { getPathForFile: (_file: File) => '' })
  const electron = named('electron', { contextBridge, ipcRenderer, webUtils })

  const receive = (message: ToPage): void => {
    if (message.kind === 'reply') {
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
    } else if (message.kind === 'accelerators') {
      combinations.clear()
      for (const { id, combination } of message.keys) combinations.set(combination, id)
    } else {
      for (const { listener, once } of listeners.get(message.channel) ?? []) {
        if (once) remove(message.channel, listener)
        listener({ sender: ipcRenderer, senderId: 0, ports: [] }, ...message.args)
      }
    }
  }

  /** Electron gives the page first refusal of a key; what it leaves alone goes to the menu. */
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.defaultPrevented || event.repeat) return
    const held = [
      event.ctrlKey && 'ctrl',
      event.altKey && 'alt',
      event.shiftKey && 'shift',
      event.metaKey && 'meta',
    ]
    const names = [event.key.toLowerCase(), event.code.replace(/^(Key|Digit)/, '').toLowerCase()]
    for (const name of names) {
      const id = combinations.get([...held.filter(Boolean), name].join('+'))
      if (id === undefined) continue
      event.preventDefault()
      line.send({ kind: 'accelerator', id } satisfies FromPage)
      return
    }
  }

  const load = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron
    throw new Error(`module not found: ${name}`)
  }

  /** Chromium tells the host of a title late or not at all. */
  const watchTitle = (): void => {
    const tell = () =>
      document.title && line.send({ kind: 'title', title: document.title } satisfies FromPage)
    new MutationObserver(tell).observe(document.head, { childList: true, characterData: true, subtree: true })
    tell()
  }

  addEventListener('DOMContentLoaded', watchTitle, { once: true })
  bridge.listen()
  line.listen(receive)
  addEventListener('keydown', onKey)
  try {
    const module = { exports: {} }
    parts.preload?.(load, module, module.exports, config.process)
  } catch (error) {
    console.error('Unable to load preload script', error)
    line.send({
      kind: 'preload-error',
      error: error instanceof Error ? error : new Error(`${error}`),
    } satisfies FromPage)
  }
}
