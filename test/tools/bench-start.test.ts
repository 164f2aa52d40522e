import { describe, expect, it } from 'vitest'
import { startOf } from '../../tools/bench/report-start.ts'
import { BUDGETS, overBudget, type StartUp } from '../../tools/bench/start-up.ts'

/** An app that takes `times` its budget of everything. */
const measured = (times: number): StartUp => ({
  app: { cold: times * BUDGETS.cold, warm: times * BUDGETS.warm, rest: times * BUDGETS.rest * 100 },
  bare: { cold: 1, warm: 1, rest: 100 },
  unlocked: 150,
  forgot: true,
  times: 3,
  real: true,
  version: '1, Chromium 2',
})

describe('the budgets of a start', () => {
  it('bear a tenth more, and no more', () => {
    expect(overBudget(measured(1.09))).toEqual([])
    expect(overBudget(measured(1.11))).toEqual(['cold', 'warm', 'rest'])
  })

  it('are told in the report, exceeded or not', () => {
    expect(startOf(measured(1))).toContain('none is exceeded')
    expect(startOf(measured(1.2))).toContain(
      '**exceeded: cold start, s; warm start, s; memory at rest, MiB**',
    )
  })

  it('say nothing of a memory that the system does not tell', () => {
    const { app, ...others } = measured(2)
    const unknown = {
      ...others,
      app: { ...app, cold: 1, warm: 1, rest: null },
      unlocked: null,
      forgot: false,
    }
    expect(overBudget(unknown)).toEqual([])
    expect(startOf(unknown)).toContain('| memory at rest, MiB | not known | 100 | not known | 1.3 |')
    expect(startOf(unknown)).toContain('did not let us')
  })
})
