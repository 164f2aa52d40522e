import { quantile } from '../domain/performance.ts'
import type { StoreTimes } from '../domain/store.ts'

/** How many are remembered of each store and direction: the newest. */
const REMEMBERED = 500

type Direction = keyof StoreTimes

/** Remembers how long stores took for what they did. What failed is told elsewhere. */
export function createStoreTimes() {
  const kept = new Map<string, number[]>()
  const placeOf = (store: string, direction: Direction): string => `${direction} ${store}`

  function of(store: string, direction: Direction): StoreTimes[Direction] {
    const times = kept.get(placeOf(store, direction))
    if (times === undefined) return null
    const sorted = times.toSorted((a, b) => a - b)
    return { count: times.length, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
  }

  return {
    during: async <T>(store: string, direction: Direction, work: () => Promise<T>): Promise<T> => {
      const started = performance.now()
      const result = await work()
      const place = placeOf(store, direction)
      kept.set(place, [...(kept.get(place) ?? []), performance.now() - started].slice(-REMEMBERED))
      return result
    },
    of: (store: string): StoreTimes => ({
      fetching: of(store, 'fetching'),
      storing: of(store, 'storing'),
    }),
  }
}
