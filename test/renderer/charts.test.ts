import { describe, expect, it } from 'vitest'
import { formatDuration, formatHashRate, formatRough } from '../../renderer/lib/format.ts'
import { doublings, LEFT, labelled, scaleOf } from '../../renderer/ui/chart-scale.ts'

describe('charts', () => {
  it('have round ticks, and room for the highest value', () => {
    expect(scaleOf(0)).toEqual({ top: 1, ticks: [0, 1] })
    expect(scaleOf(1380)).toEqual({ top: 1500, ticks: [0, 500, 1000, 1500] })
    expect(scaleOf(4000).ticks).toEqual([0, 1000, 2000, 3000, 4000])
    expect(scaleOf(3, 3).ticks).toEqual([0, 1, 2, 3])
    for (const highest of [0.07, 1, 9.9, 41, 68, 12_345]) {
      const { top, ticks } = scaleOf(highest)
      expect(top).toBeGreaterThanOrEqual(highest)
      expect(ticks.at(-1)).toBe(top)
      expect(ticks.length).toBeLessThanOrEqual(6)
    }
  })

  it('double from place to place, with every value among the places or just beside them', () => {
    expect(doublings([0.94, 7.2], 628).places).toEqual([1, 2, 4, 8])
    expect(doublings([0.3, 33], 628).places).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 32])
    expect(doublings([1], 628).places).toEqual([1, 2])
    const { places, leftOf } = doublings([0.94, 7.2], 628)
    const lefts = places.map(leftOf)
    for (const place of [1, 2]) expect(lefts[place + 1]! - lefts[place]!).toBeCloseTo(lefts[1]! - lefts[0]!)
    for (const value of [0.94, 7.2, ...places]) {
      expect(leftOf(value)).toBeGreaterThan(LEFT)
      expect(leftOf(value)).toBeLessThan(628)
    }
  })

  it('label as many places as there is room for', () => {
    expect(labelled(24, 6)).toEqual([0, 4, 8, 12, 16, 20])
    expect(labelled(3, 6)).toEqual([0, 1, 2])
  })

  it('say times and small figures as people read them', () => {
    expect([38.4, 1400, 126_000].map(formatDuration)).toEqual(['38\u00a0ms', '1.4\u00a0s', '2.1\u00a0min'])
    expect([0, 0.0595, 5.6, 0.0000123].map(formatRough)).toEqual(['0', '0.0595', '5.6', '1.2 × 10⁻⁵'])
    expect([12, 1.61e13, 7e23].map(formatHashRate)).toEqual([
      '12\u00a0H/s',
      '16.1\u00a0TH/s',
      '700\u00a0ZH/s',
    ])
  })
})
