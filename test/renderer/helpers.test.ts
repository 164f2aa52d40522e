import { describe, expect, it } from 'vitest'
import type { PersonView } from '../../electron/main/domain/person.ts'
import type { RecordView } from '../../electron/main/domain/record.ts'
import { untilOf } from '../../renderer/features/access/give-terms.ts'
import { secondsLeft } from '../../renderer/features/jobs/waiting.ts'
import { filterPeople, stateOf } from '../../renderer/features/people/filter-people.ts'
import { BLANK, checkValues, toInput } from '../../renderer/features/people/register-values.ts'
import { filterRecords, timelineRows } from '../../renderer/features/records/timeline-rows.ts'
import { titleFrom } from '../../renderer/features/records/use-add-records.ts'
import { failedCheck } from '../../renderer/features/viewer/check-by-code.ts'
import { neighboursOf } from '../../renderer/features/viewer/neighbours.ts'
import { clampScale } from '../../renderer/features/viewer/use-pan-zoom.ts'
import { keysOf } from '../../renderer/lib/commands.ts'
import {
  ageAt,
  daysUntil,
  endOfDay,
  formatBytes,
  initialsOf,
  shortAddress,
} from '../../renderer/lib/format.ts'
import { readDay } from '../../renderer/ui/read-day.ts'

const NOW = new Date(2026, 10, 24, 10, 30)

const record = (id: number, at: Date, title = `Record ${id}`): RecordView =>
  ({
    id,
    recordedAt: at.getTime() / 1000,
    title,
    authorName: 'Nisha Rao',
    author: '0xa',
  }) as unknown as RecordView

describe('days and sizes', () => {
  it('ends a visit with its day, and a month after 30 days', () => {
    expect(untilOf({ span: 'visit', date: '' }, NOW)).toBe(endOfDay(NOW))
    expect(untilOf({ span: 'month', date: '' }, NOW)).toBe(endOfDay(NOW, 30))
  })

  it('takes no day that has passed, and none that is missing', () => {
    expect(untilOf({ span: 'date', date: '2026-11-23' }, NOW)).toBeNull()
    expect(untilOf({ span: 'date', date: '' }, NOW)).toBeNull()
    expect(untilOf({ span: 'date', date: '2026-11-24' }, NOW)).toBe(endOfDay(NOW))
  })

  it('reads a day as people type it, and no other', () => {
    for (const text of ['1981-05-12', '12 May 1981', '12.5.1981', '12/05/1981'])
      expect(readDay(text)).toBe('1981-05-12')
    for (const text of ['31 Feb 2020', '12 Mai', '', '1.1.1700']) expect(readDay(text)).toBeNull()
  })

  it('counts days and years as a calendar does', () => {
    expect(daysUntil(endOfDay(NOW), NOW.getTime())).toBe(0)
    expect(daysUntil(endOfDay(NOW, 11), NOW.getTime())).toBe(11)
    expect(ageAt('1979-11-24', NOW)).toBe(47)
    expect(ageAt('1979-11-25', NOW)).toBe(46)
  })

  it('shows sizes in decimal units, and keeps number and unit together', () => {
    expect(formatBytes(0)).toBe('0\u00a0B')
    expect(formatBytes(412_000)).toBe('412\u00a0kB')
    expect(formatBytes(2 * 1024 ** 3)).toBe('2.1\u00a0GB')
  })
})

describe('names', () => {
  it('makes two letters of a name, without its title', () => {
    expect(initialsOf('Dr. Nisha Rao')).toBe('NR')
    expect(initialsOf('Amara')).toBe('A')
  })

  it('shortens an address to both its ends', () => {
    expect(shortAddress('0x15d34aaf54267db7d7c367839aaf71a00a2c6a65')).toBe('0x15d3 … 6a65')
  })

  it('begins a title with the file name, without its ending', () => {
    expect(titleFrom('Lipid_panel-2026.pdf')).toBe('Lipid panel 2026')
    expect(titleFrom('.pdf')).toBe('.pdf')
  })
})

describe('the timeline', () => {
  const records = [
    record(3, new Date(2026, 10, 14)),
    record(2, new Date(2026, 10, 14)),
    record(1, new Date(2026, 9, 2)),
  ]

  it('puts a heading over each month, and a day only before its first record', () => {
    const rows = timelineRows(records)
    expect(rows.map((row) => (row.kind === 'month' ? 'month' : row.showsDay))).toEqual([
      'month',
      true,
      false,
      'month',
      true,
    ])
  })

  it('finds every word in title, author or folder, in any order', () => {
    const named = (): string => 'Cardiology'
    expect(filterRecords(records, 'cardio 3', named)).toHaveLength(1)
    expect(filterRecords(records, 'rao 2', named)).toHaveLength(1)
    expect(filterRecords(records, '  ', named)).toHaveLength(3)
    expect(filterRecords(records, 'absent', named)).toHaveLength(0)
  })
})

describe('registering', () => {
  it('asks a doctor for specialty and licence, a patient for neither', () => {
    const someone = {
      ...BLANK,
      account: '0x1',
      name: 'A',
      birthDate: '1980-01-01',
      gender: 'other' as const,
      email: 'a@b.example',
    }
    expect(checkValues(someone, 'patient', NOW)).toEqual({})
    expect(Object.keys(checkValues(someone, 'doctor', NOW)).sort()).toEqual([
      'licence',
      'specialties',
      'until',
    ])
    expect(toInput(someone, 'patient')).toMatchObject({ until: 0, specialties: [], licence: '' })
  })

  it('asks no address of somebody who is given a code', () => {
    const missing = (byCode: boolean) => Object.keys(checkValues({ ...BLANK, byCode }, 'patient', NOW))
    expect(missing(false)).toContain('account')
    expect(missing(true)).not.toContain('account')
  })

  it('shows how a code stands before whether the person is active, and finds people by it', () => {
    const person = (code: PersonView['code']) =>
      ({
        active: code === null,
        hasKey: true,
        code,
        roles: ['patient'],
        address: '0x',
      }) as unknown as PersonView
    const people = ([null, 'waiting', 'old', 'void'] as const).map(person)
    expect(people.map(stateOf)).toEqual(['active', 'code', 'old-code', 'void-code'])
    expect(filterPeople(people, { text: '', role: 'patient', state: 'old-code' })).toEqual([people[2]])
  })

  it('tells whose time is over from who is suspended', () => {
    const states = [true, false].map((suspended) =>
      stateOf({ active: false, suspended, hasKey: true, code: null } as PersonView),
    )
    expect(states).toEqual(['suspended', 'ended'])
  })

  it('takes no birth date to come and no licence that has ended', () => {
    const wrong = { ...BLANK, birthDate: '2030-01-01', until: '2020-01-01', email: 'nobody' }
    expect(checkValues(wrong, 'doctor', NOW)).toMatchObject({
      birthDate: 'future',
      until: 'past',
      email: 'email',
    })
  })
})

describe('progress and zoom', () => {
  it('tells the time left from the pace of the phase, once there is one', () => {
    expect(secondsLeft({ at: 0, done: 0 }, 10_000, 50, 100)).toBe(10)
    expect(secondsLeft({ at: 0, done: 0 }, 500, 50, 100)).toBeNull()
    expect(secondsLeft({ at: 0, done: 50 }, 10_000, 50, 100)).toBeNull()
  })

  it('keeps a picture within sight', () => {
    expect(clampScale(0.01)).toBe(0.2)
    expect(clampScale(99)).toBe(12)
  })
})

describe('beside a record', () => {
  const list = [3, 2, 1].map((id) => record(id, NOW))

  it('stands the newer one before it and the older one after it', () => {
    expect(neighboursOf(list, 2)).toMatchObject({ newer: { id: 3 }, older: { id: 1 }, place: 2, count: 3 })
  })

  it('stands nothing beyond the ends of the list, and nothing beside one that is not in it', () => {
    expect(neighboursOf(list, 3)?.newer).toBeNull()
    expect(neighboursOf(list, 1)?.older).toBeNull()
    expect(neighboursOf(list, 9)).toBeNull()
  })
})

describe('a refusal and its check', () => {
  it('has the number under which the check is shown', () => {
    expect(failedCheck('E_BLOCK_DAMAGED')).toEqual({ name: 'content', check: 1, of: 5 })
    expect(failedCheck('E_NOT_ALLOWED')).toEqual({ name: 'allowed', check: 5, of: 5 })
    expect(failedCheck('E_CHAIN_UNREACHABLE')).toBeNull()
  })
})

describe('keys', () => {
  it('are named as they stand on the keyboard', () => {
    expect(keysOf('CmdOrCtrl+K', false)).toBe('Ctrl K')
    expect(keysOf('Alt+Up', false)).toBe('Alt ↑')
    expect(keysOf('Alt+Down', true)).toBe('⌥↓')
  })
})
