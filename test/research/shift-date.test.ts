import { describe, expect, it } from 'vitest'
import { shiftDate, shiftStamp, yearsBetween } from '../../electron/main/research/shift-date.ts'

describe('a date that is moved', () => {
  it.each([
    ['2024', 100, '2024'],
    ['2024-02', 20, '2024-03'],
    ['2024-02', -20, '2024-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-03-31T01:30:00+01:00', 1, '2024-04-01T00:30:00Z'],
    ['2024-03-31T00:30:00.25Z', -1, '2024-03-30T00:30:00.250Z'],
    ['2024-03-31T12:00:00', 1, '2024-04-01T12:00:00Z'],
  ])('%s by %i days is %s', (text, days, moved) => {
    expect(shiftDate(text, days)).toBe(moved)
  })

  it.each(['yesterday', '2024-13', '2024-01-32', '24-01-01', '2024-01-01T25:00:00Z', ' 2024', '2024-01-01Z'])(
    'is none when it is %s',
    (text) => {
      expect(shiftDate(text, 1)).toBeNull()
    },
  )
})

describe('a time stamp of HL7 v2 or v3 that is moved', () => {
  it.each([
    ['2024', 100, '2024'],
    ['202402', 20, '202403'],
    ['20240228', 1, '20240229'],
    ['20231231+0100', 1, '20240101'],
    ['2024033112', 1, '2024040112'],
    ['2024033112+0530', 1, '202404010630+0000'],
    ['202403310130+0100', 1, '202404010030+0000'],
    ['20240331013000', 1, '20240401013000'],
    ['20240331003000.25-0200', -1, '20240330023000.25+0000'],
  ])('%s by %i days is %s', (text, days, moved) => {
    expect(shiftStamp(text, days)).toBe(moved)
  })

  it.each(['', 'yesterday', '202413', '20240132', '24010', '2024-01-01', '2024010125', '2024+01'])(
    'is none when it is “%s”',
    (text) => {
      expect(shiftStamp(text, 1)).toBeNull()
    },
  )
})

it.each([
  ['1936-11-29', 90],
  ['1936-11-30', 89],
  ['1936', 90],
  ['1936-12', 89],
])('somebody born on %s is %i on 29 November 2026', (birth, years) => {
  expect(yearsBetween(birth, '2026-11-29')).toBe(years)
})
