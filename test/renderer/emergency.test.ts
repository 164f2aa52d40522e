import { describe, expect, it } from 'vitest'
import type { Address } from '../../electron/main/domain/bytes.ts'
import * as critical from '../../electron/main/domain/critical-card.ts'
import * as main from '../../electron/main/domain/emergency.ts'
import { BLOOD_GROUPS, CRITICAL_TEXT } from '../../renderer/features/emergency/critical-terms.ts'
import {
  DURATIONS,
  EXPLANATION,
  GUARDIANS,
  isWhole,
  REASONS,
  termsOf,
  thresholds,
  VERDICTS,
  WAITS,
  withGuardians,
} from '../../renderer/features/emergency/plan-terms.ts'
import { countdown } from '../../renderer/features/emergency/use-seconds.ts'
import { formatSpan } from '../../renderer/lib/format.ts'

const people = ['a', 'b', 'c'].map((digit) => `0x${digit.repeat(40)}` as unknown as Address)

describe('a plan for emergencies, on the screen', () => {
  it('offers what main takes', () => {
    expect(REASONS).toEqual(main.EMERGENCY_REASONS)
    expect(VERDICTS).toEqual(main.VERDICTS)
    expect([BLOOD_GROUPS, CRITICAL_TEXT]).toEqual([critical.BLOOD_GROUPS, critical.CRITICAL_TEXT])
    expect(EXPLANATION).toEqual(main.REASON_LENGTH)
    expect(GUARDIANS).toEqual({ least: main.PLAN_LIMITS.threshold, most: main.PLAN_LIMITS.guardians })
    expect(Math.max(...WAITS)).toBe(main.PLAN_LIMITS.waitSeconds)
    expect(Math.max(...DURATIONS)).toBe(main.PLAN_LIMITS.durationSeconds)
  })

  it('can be set once something may be read and enough people are asked', () => {
    const blank = termsOf(null)
    expect(isWhole(blank)).toBe(false)
    expect(isWhole({ ...blank, folders: [1] })).toBe(false)
    expect(isWhole({ ...blank, folders: [1], guardians: people.slice(0, 1) })).toBe(false)
    expect(isWhole({ ...blank, folders: [1], guardians: people })).toBe(true)
  })

  it('never asks more people to agree than there are', () => {
    expect(thresholds(2)).toEqual([2])
    expect(thresholds(4)).toEqual([2, 3, 4])
    const three = { ...withGuardians(termsOf(null), people), threshold: 3 }
    expect(withGuardians(three, people.slice(0, 2)).threshold).toBe(2)
    expect(withGuardians(three, []).threshold).toBe(2)
  })

  it('counts down, and says spans, as people do', () => {
    expect([14_292, 59, -3].map(countdown)).toEqual(['3:58:12', '0:00:59', '0:00:00'])
    expect([600, 5400, 14_400, 604_800].map((span) => formatSpan(span).replaceAll('\u00a0', ' '))).toEqual([
      '10 minutes',
      '1 hour 30 minutes',
      '4 hours',
      '7 days',
    ])
  })
})
