import { EventEmitter } from 'node:events'
import type { IpcMain } from 'electron'
import { supplied } from './supplied.ts'

type Handler = (event: never, ...args: never[]) => unknown

/** `ipcMain`, and each window's own `webContents.ipc`. */
export class HostIpc extends EventEmitter {
  private readonly handlers = new Map<string, Handler>()

  constructor(name: string) {
    super()
    // biome-ignore lint/correctness/noConstructorReturn: an emitter of any channel, and guarded all the same
    return supplied(name, this)
  }

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    this.handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  /** @internal */
  handlerOf(channel: string): ((event: unknown, ...args: unknown[]) => unknown) | undefined {
    return this.handlers.get(channel) as ((event: unknown, ...args: unknown[]) => unknown) | undefined
  }
}

export const ipcMain = new HostIpc('ipcMain') satisfies Pick<
  IpcMain,
  'handle' | 'handleOnce' | 'removeHandler' | 'on' | 'once' | 'off' | 'removeListener' | 'removeAllListeners'
>
