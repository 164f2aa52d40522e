import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Measurement } from '../../electron/main/domain/measurement.ts'
import { startWords } from '../../renderer/lib/i18n.ts'
import { curveOf } from '../../renderer/lib/measured-curve.ts'
import { tellMeasurement } from '../../renderer/lib/tell-measurement.ts'
import performance from '../../resources/locales/en/performance.json' with { type: 'json' }
import { MEASURED } from '../support/measurement.ts'

const say = (key: string, fill: Record<string, unknown> = {}): string =>
  String(i18next.t(`performance:${key}` as never, fill as never))
const tell = (change: Partial<Measurement> = {}): string =>
  tellMeasurement({ ...MEASURED, ...change }, say, (code) => `${code} happened.`).replaceAll('\u00a0', ' ')

beforeAll(async () => {
  await startWords()
  i18next.addResourceBundle('en', 'performance', performance)
})

describe('what a measurement has shown', () => {
  it('names the knee, what it takes there, and where latency bends', () => {
    expect(tell()).toBe(
      'This network keeps up with 8 acts a second: 95 of 100 are recorded within 2.5 s. At 16 a second that takes 8.1 s: there latency bends.',
    )
  })

  it('claims no bend where none was met, and says why it ended', () => {
    const steps = MEASURED.steps.slice(0, 4)
    const kept = 'This network kept up with 8 acts a second: 95 of 100 were recorded within 2.5 s.'
    expect(tell({ steps, ended: 'top' })).toBe(
      `${kept} Faster was not asked, so where latency bends is not known.`,
    )
    expect(tell({ steps, ended: 'time' })).toContain(`${kept} Then ten minutes were over`)
    expect(tell({ steps, ended: 'stopped' })).toContain(`${kept} Then it was stopped`)
    expect(tell({ steps, ended: 'failed', code: 'E_RELAYER_LIMIT' })).toBe(
      `${kept} Then it ended: E_RELAYER_LIMIT happened.`,
    )
    expect(tell({ steps: steps.slice(0, 1), knee: 1, ended: 'stopped' })).toContain('one act a second')
  })

  it('claims nothing where no rate was kept up', () => {
    expect(tell({ steps: [], knee: null, ended: 'failed', code: 'E_CHAIN_STALLED' })).toBe(
      'No rate was kept up to its end, so nothing follows from it. Then it ended: E_CHAIN_STALLED happened.',
    )
  })

  it('is drawn over what was reached, with a mark at the knee', () => {
    const { points, marked } = curveOf(MEASURED, say)
    expect(points).toHaveLength(5)
    expect(points.at(-1)).toEqual({ at: 9.8, first: 5210, second: 8120.44 })
    expect(marked).toEqual({ at: 7.2, label: 'knee: 8 a second' })
  })

  it('has no mark without a bend, and no point of a rate that was cut short', () => {
    expect(curveOf({ ...MEASURED, ended: 'top' }, say).marked).toBeNull()
    const [first, ...higher] = MEASURED.steps
    const cut = [...higher.slice(0, -1), { ...higher.at(-1)!, done: 3 }]
    expect(curveOf({ ...MEASURED, steps: [first!, ...cut], ended: 'stopped' }, say).points).toHaveLength(4)
  })
})
