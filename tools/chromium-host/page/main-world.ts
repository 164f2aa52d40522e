import type { createBridge } from './bridge.ts'

export interface BridgeNames {
  toMain: string
  toPreload: string
  mark: string
}

/** Runs in the page's own world before its scripts: puts what the preload exposes on `window`, and nothing else. */
export function mainWorld(names: BridgeNames, create: typeof createBridge): void {
  if (window !== window.top) return
  const { defineProperty } = Object
  create(names.toPreload, names.toMain, names.mark).listen((key, value) => {
    defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false })
  })
}
