import { useEffect, useSyncExternalStore } from 'react'

export type Crumb = { readonly label: string; readonly to?: string }

let place: readonly Crumb[] = []
const listeners = new Set<() => void>()

/** Says where this page stands; the top bar shows it. */
export function usePlace(crumbs: readonly Crumb[]): void {
  const text = JSON.stringify(crumbs)
  useEffect(() => {
    place = JSON.parse(text) as Crumb[]
    for (const listener of listeners) listener()
  }, [text])
}

export const usePlaceNow = (): readonly Crumb[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => place,
  )
