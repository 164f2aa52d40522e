import type { CustomScheme, Protocol } from 'electron'
import { host } from './host.ts'
import { addScheme, isAppScheme } from './origins.ts'
import { supplied } from './supplied.ts'

export type SchemeHandler = Parameters<Protocol['handle']>[1]

const needed = ['standard', 'secure', 'supportFetchAPI'] as const

function registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
  if (host.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  for (const { scheme, privileges } of schemes) {
    const missing = needed.find((name) => !privileges?.[name])
    if (missing) throw new Error(`electron-host: scheme ${scheme} must be registered with ${missing}: true`)
    addScheme(scheme)
  }
}

/** One session's `protocol`: the handlers that answer for the app's own schemes. */
export function createProtocol(handlers: Map<string, SchemeHandler>) {
  return supplied('protocol', {
    registerSchemesAsPrivileged,
    handle: (scheme, handler) => {
      if (!isAppScheme(scheme))
        throw new Error(`electron-host: protocol.handle needs ${scheme} to be registered as privileged`)
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme) => {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
    },
    isProtocolHandled: (scheme) => handlers.has(scheme),
  } satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>)
}
