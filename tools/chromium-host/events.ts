import { EventEmitter } from 'node:events'
import { notSupplied, supplied } from './supplied.ts'

/** Electron's first listener argument: an event that may be prevented. */
export interface HostEvent {
  preventDefault(): void
  readonly defaultPrevented: boolean
}

/** A fresh event; `more` are the details Electron puts on the event object itself. */
export function hostEvent<T extends object>(more?: T): HostEvent & T {
  let prevented = false
  const event = {
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(more ?? {})) as HostEvent & T
}

/** A guarded emitter that refuses listeners for events the host never emits, so that nobody waits in vain. */
export class HostEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    const known = new Set<string | symbol>(events)
    super.on('newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !known.has(event)) throw notSupplied(`${name}.on('${event}')`)
    })
    // biome-ignore lint/correctness/noConstructorReturn: what `super()` returns becomes `this` in the subclass
    return supplied(name, this)
  }
}
