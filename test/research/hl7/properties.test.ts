import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyOf, HEAD, of } from '../../support/hl7-copy.ts'
import { MESSAGE } from '../../support/hl7-record.ts'

describe('a copy of any HL7 v2 message', () => {
  it('never has a name of the message’s, wherever else it stands', () => {
    const segment = fc.constantFrom(
      ...MESSAGE.split('\r')
        .slice(1)
        .map((line) => line.split('|')),
    )
    const form = fc.constantFrom(
      'Xaverine',
      'xaverine^Xaverine^LN',
      '1^Xaverine^SCT',
      'A&Xaverine',
      'X~XAVERINE',
      '\\T\\Xaverine',
    )
    fc.assert(
      fc.property(segment, fc.nat(45), form, (fields, place, value) => {
        const changed = Array.from(
          { length: Math.max(fields.length, place + 2) },
          (_, at) => fields[at] ?? '',
        )
        changed[place + 1] = value
        const copy = copyOf(`${HEAD}\rPID|1||||Berg^Xaverine\r${changed.join('|')}\rDG1|1||K35^^I10`)
        expect(copy).not.toMatch(/xaverine/i)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the days between any two dates', () => {
    const at = fc.date({ min: new Date('1950-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    const stamp = (date: Date): string => date.toISOString().replace(/\D/g, '').slice(0, 14)
    const back = (text: string): number =>
      Date.parse(text.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z'))
    fc.assert(
      fc.property(at, at, fc.integer({ min: -182, max: 182 }), (from, to, shift) => {
        const [visit] = of(
          copyOf(`${HEAD}\rPV1|1|I${'|'.repeat(42)}${stamp(from)}|${stamp(to)}`, { shift }),
          'PV1',
        )
        const days = shift * 86_400_000
        expect(visit!.slice(44).map(back)).toEqual([from, to].map((date) => back(stamp(date)) + days))
      }),
      { numRuns: 200 },
    )
  })
})
