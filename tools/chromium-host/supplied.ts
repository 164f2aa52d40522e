/** What JavaScript itself looks up on any object, and may find missing. */
const askedByTheLanguage = new Set(['then', 'toJSON', 'constructor', 'prototype', 'length', 'name'])

/** The error for a part of Electron the host does not have. Loud, and it names the part. */
export const notSupplied = (path: string): Error =>
  new Error(`electron-host: ${path} is not supplied by the host`)

/**
 * Wraps an Electron object so that anything it lacks throws instead of being `undefined`: an app that works here
 * by accident of a missing property would not work in Electron.
 */
export function supplied<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || askedByTheLanguage.has(key))
        return Reflect.get(target, key, receiver)
      throw notSupplied(`${name}.${key}`)
    },
  })
}

/** A class whose instances are guarded from the first line of their constructor: `this` is the guard itself. */
export class Guarded {
  constructor(name: string) {
    // biome-ignore lint/correctness/noConstructorReturn: what `super()` returns becomes `this` in the subclass
    return supplied(name, this)
  }
}
