import { describe, expect, it } from 'vitest'
import type { LogLine } from '../../electron/main/domain/log.ts'
import { oddAccess } from '../../renderer/features/log/odd-access.ts'

const NOON = new Date(2026, 10, 20, 12).getTime() / 1000
const NOW = NOON + 86_400

let place = 0
const line = (change: Partial<LogLine>): LogLine =>
  ({
    id: String(place++),
    kind: 'record-viewed',
    at: NOON,
    actor: '0xd0',
    actorName: 'Nisha Rao',
    subject: null,
    patient: '0x01',
    patientName: 'Amara Osei',
    ...change,
  }) as LogLine
const found = (lines: readonly LogLine[], off: Parameters<typeof oddAccess>[1] = []): [string, number][] =>
  oddAccess(lines, off, NOW).map(({ rule, count }) => [rule, count])

describe('what is worth a look in the log', () => {
  it('is nothing where a doctor opens a record by day', () => {
    expect(found([line({})])).toEqual([])
  })

  it('is a view at night, told once for the same two people', () => {
    const night = new Date(2026, 10, 20, 23).getTime() / 1000
    const early = new Date(2026, 10, 20, 5, 59).getTime() / 1000
    const six = new Date(2026, 10, 20, 6).getTime() / 1000
    expect(found([line({ at: night }), line({ at: early }), line({ at: six })])).toEqual([['night', 2]])
  })

  it('is a view by somebody who had been declined, not before that', () => {
    const no = line({
      kind: 'request-declined',
      subject: '0xd0' as never,
      actor: '0x01' as never,
      at: NOON - 60,
    })
    expect(found([line({}), no])).toEqual([['declined', 1]])
    expect(found([no, line({ at: NOON - 120 })])).toEqual([])
    expect(found([line({ patient: '0x02' as never }), no])).toEqual([])
  })

  it('is a reader who opens records of ten patients within an hour', () => {
    const views = (minutes: number) =>
      Array.from({ length: 10 }, (_, patient) =>
        line({ patient: `0x${patient + 10}` as never, at: NOON - patient * minutes * 60 }),
      )
    expect(found(views(6))).toEqual([['many', 1]])
    expect(found(views(7))).toEqual([])
  })

  it('is a reader of the same family name, whatever its letters', () => {
    expect(found([line({ actorName: 'Kofi OSEI' })])).toEqual([['name', 1]])
    expect(found([line({ actorName: null, patientName: null })])).toEqual([])
  })

  it('is nothing that is over a month old, and nothing by a rule that is switched off', () => {
    expect(found([line({ actorName: 'Kofi Osei', at: NOW - 31 * 86_400 })])).toEqual([])
    expect(found([line({ actorName: 'Kofi Osei' })], ['name'])).toEqual([])
  })
})
