import { describe, expect, it } from 'vitest'
import { readHl7 } from '../../../electron/main/classifier/read-hl7.ts'
import { nameUuid } from '../../../electron/main/crypto/name-uuid.ts'
import type { CopyTerms } from '../../../electron/main/research/copying.ts'
import { hl7CopyOf } from '../../../electron/main/research/hl7/copy.ts'
import { copyTerms } from '../../support/copy-terms.ts'
import { copyOf, HEAD, of } from '../../support/hl7-copy.ts'
import { MESSAGE, TOLD } from '../../support/hl7-record.ts'

const one = (segment: string, more?: Partial<CopyTerms>): string | undefined =>
  hl7CopyOf(`${HEAD}\r${segment}\rDG1|1||K35^^I10`, copyTerms(more))!.split('\r').slice(1, -2)[0]

/** Everything that stands between two marks, but for segments' names. */
const leavesOf = (message: string): string[] => [
  ...new Set(message.split('\r').flatMap((line) => line.slice(4).split(/[|^~&]|\\.br\\/))),
]

const NAMES =
  /osei|amara|amy|nyarko|kofi|mensah|brandt|felix|riverside|7B|5550|boateng|efua|okafor|kowalski|yilmaz|tanaka|petrova|schulz|moreau|nguyen|novak|adeyemi/i

describe('a copy for research of an HL7 v2 message', () => {
  it('has nothing of the message but its codes, numbers and units', () => {
    const copy = copyOf(MESSAGE)
    const secret = leavesOf(MESSAGE).filter(
      (leaf) => leaf.length > 1 && !/^\d\d$/.test(leaf) && !TOLD.includes(leaf),
    )
    expect(secret.length).toBeGreaterThan(150)
    expect(leavesOf(copy).filter((leaf) => secret.includes(leaf))).toEqual([])
    expect(secret.filter((leaf) => leaf.length > 3 && copy.includes(leaf))).toEqual([])
    expect(copy).not.toMatch(NAMES)
    expect(of(copy, 'Z')).toEqual([])
  })

  it('keeps codes with what they are called, numbers with their units, ranges and flags', () => {
    const copy = copyOf(MESSAGE)
    const told = leavesOf(copy)
    expect(TOLD.filter((leaf) => !told.includes(leaf))).toEqual([])
    const [hemoglobin, cholesterol, leukocytes] = of(copy, 'OBX')
    expect(hemoglobin!.slice(2, 9)).toEqual([
      'NM',
      '718-7^Hemoglobin [Mass/volume] in Blood^LN',
      '',
      '11.2',
      'g/dL^^UCUM',
      '12.0 - 16.0',
      'L~A',
    ])
    expect(cholesterol!.slice(5, 7)).toEqual(['>^100^-^200', 'mg/dL'])
    expect(leukocytes!.slice(2, 8)).toEqual(['ST', '6690-2^Leukocytes^LN', '', '7.9', '10*9/L', ''])
    expect(of(copy, 'SPM')[0]![12]).toBe('5^mL&&UCUM')
  })

  it('says that it is a copy, and of whom it doesn’t tell, where HL7 has a place for that', () => {
    const [header] = of(copyOf(MESSAGE), 'MSH')
    expect(header!.slice(0, 7)).toEqual(['MSH', '^~\\&', '', '', '', '', '20260413100000+0000'])
    expect([header![7], header![17], header![20]]).toEqual([
      'PSEUDED',
      'UNICODE UTF-8',
      'medical-chain/2/research-copy',
    ])
    expect(of(copyOf(MESSAGE, { keepsText: true }), 'MSH')[0]![7]).toBe('free text kept, may name people')
    const [person] = of(copyOf(MESSAGE), 'PID')
    expect(person![5]).toBe('^^^^^^S')
    expect(person![3]).toMatch(/^[0-9a-f-]{36}\^\^\^\^ANON~[0-9a-f-]{36}\^\^\^\^ANON$/)
  })

  it('moves every date by the same days and keeps its exactness', () => {
    const copy = copyOf(MESSAGE)
    expect(of(copy, 'PID')[0]![7]).toBe('19790326')
    const [visit] = of(copy, 'PV1')
    // A time without a zone is in that of the message, 09:30 at +0100.
    expect(visit!.slice(44)).toEqual(['20260410083000+0000', '20260414110000+0000'])
    const [order] = of(copy, 'OBR')
    expect([order![7], order![14], order![22]]).toEqual([
      '20260410084500+0000',
      '20260410090000+0000',
      '20260411060000.5+0000',
    ])
    expect(of(copy, 'OBX').find((fields) => fields[2] === 'TS')![5]).toBe('20260921')
    expect(of(copy, 'SPM')[0]![17]).toBe('20260410084500+0000^20260410084600+0000')
    expect(of(copy, 'AL1')[0]![6]).toBe('20100615')
  })

  it('leads from order to result where the message did, by numbers of its own', () => {
    const copy = copyOf(MESSAGE)
    const [common] = of(copy, 'ORC')
    const [order] = of(copy, 'OBR')
    expect(common!.slice(2, 4)).toEqual(order!.slice(2, 4))
    expect(order![2]).toMatch(/^[0-9a-f-]{36}$/)
    expect(of(copy, 'MSH')[0]![9]).toBe(nameUuid('copy 0'))
    expect(copyOf(MESSAGE)).toBe(copy)
    expect(copyOf(MESSAGE, { idOf: (place) => nameUuid(`other ${place}`) })).not.toContain(order![2])
  })

  it('has free text as it was written when that is chosen, with no name, address or number of a field for them', () => {
    const copy = copyOf(MESSAGE, { keepsText: true })
    for (const kept of [
      'Call Mrs Osei on +49 171 5550199\\.br\\before noon~~and say \\T\\ nothing to Kofi',
      'Lives with Kofi Mensah',
      'Seen by Dr Brandt\\.br\\\\H\\ward 7B\\N\\',
      'Fainted at her bakery in Riverside',
      'Rash, said Kofi',
      'Infarction of Mrs Osei',
      'Drawn by Deniz',
    ])
      expect(copy).toContain(kept)
    for (const gone of [
      '078-05-1120',
      'Birkenweg',
      'MRN77120',
      'JVBERi0',
      'pacs.',
      'LOYALTY',
      'broken by',
      'Husband',
    ])
      expect(copy).not.toContain(gone)
    // Where no code is left, what was written beside it is free text, and a note goes with what it is about.
    expect(copy).toContain('^Local test Osei')
    expect(copyOf(MESSAGE)).not.toContain('99.9')
    expect(of(copyOf(MESSAGE), 'NTE')).toEqual([])
  })

  it('keeps no number of text without its unit, with free text either', () => {
    const segment = 'OBX|1|ST|718-7^^LN||7|Kofis'
    expect(one(segment, { keepsText: true })).toBe('OBX|1||718-7^^LN')
    expect(one('OBX|1|ST|718-7^^LN||7', { keepsText: true })).toBe('OBX|1|ST|718-7^^LN||7')
  })

  it('tells no age over 89, and no date that tells one', () => {
    const age = of(copyOf(MESSAGE), 'OBX').find((fields) => fields[3] === '30525-0^Age^LN')!
    expect(age.slice(2)).toEqual(['SN', '30525-0^Age^LN', '', '>=^90', 'a^^UCUM'])
    expect(one('PID|1||||||19361129|F')).toBe('PID|1||||^^^^^^S|||F')
    expect(one('PID|1||||||19361130|F')).toBe('PID|1||||^^^^^^S||19370109|F')
    expect(one('OBX|1|SN|30525-0^^LN||>^1100|mo^^UCUM')).toBe('OBX|1|SN|30525-0^^LN||>=^90|a^^UCUM')
    expect(one('OBX|1|NM|30525-0^^LN||47|a^^UCUM')).toBe('OBX|1|NM|30525-0^^LN||47|a^^UCUM')
  })

  it.each([
    ['a system of the clinic’s own', 'DG1|1||X1^Thing^99RIV', undefined],
    ['a table that sites fill', 'DG1|1||3N^Ward^HL70303', undefined],
    [
      'only a second code that all know',
      'DG1|1||X1^Thing^99RIV^K35^Appendicitis^I10',
      'DG1|1||K35^Appendicitis^I10',
    ],
    ['a code like a name', 'PID|||||Kay^Jo\rDG1|1||KAY^^I10', 'PID|||||^^^^^^S'],
    ['a display with a name in escapes', 'DG1|1||K35^Of \\X4F736569\\^I10', 'DG1|1||K35^^I10'],
    ['a display with marks in it', 'DG1|1||K35^A \\T\\ B^I10', 'DG1|1||K35^A \\T\\ B^I10'],
    ['a number in words', 'OBX|1|NM|718-7^^LN||eleven|g/dL', 'OBX|1||718-7^^LN|||g/dL'],
    ['a number of text without a unit', 'OBX|1|ST|718-7^^LN||5550199', 'OBX|1||718-7^^LN'],
    ['a number of text in a unit that isn’t known', 'OBX|1|ST|718-7^^LN||7|Kofis', 'OBX|1||718-7^^LN'],
    ['a kind of value that objects have', 'OBX|1|constructor|718-7^^LN||x', 'OBX|1||718-7^^LN'],
    ['a segment that objects have', 'toString|1', undefined],
    ['an order of a code that only its laboratory knows', 'OBR|1|||HB-OSEI^Hb^L', 'OBR|1'],
    ['a medicine of that kind, and its route', 'RXG|1|HB-OSEI^Hb^L\rRXR|IM^^HL70162', undefined],
    ['a dose without a known unit', 'RXA|0|1|||08^^CVX|2|puffs', 'RXA|0|1|||08^^CVX'],
    ['repeated numbers', 'OBX|1|NM|718-7^^LN||1~2.5~x|g/dL', 'OBX|1|NM|718-7^^LN||1~2.5~|g/dL'],
    ['what is to be deleted', 'PID|1||""||||""|F', 'PID|1||||^^^^^^S|||F'],
    ['an hour in a zone of half hours', 'EVN||2026030109+0530', 'EVN||202604100330+0000'],
    ['a month', 'EVN||202603', 'EVN||202604'],
    ['no date', 'EVN||20261345', undefined],
  ])('reads %s for what it is', (_, segment, kept) => {
    expect(one(segment)).toBe(kept)
  })

  it('is divided as the message was, with its own words escaped', () => {
    const copy = copyOf(
      'MSH!*;?/!LAB!!!!20260304!!ORU*R01!7!P!2.5\rOBX!1!NM!718-7*Hb*LN!!11.2!g?T?dL**UCUM!!;L',
    )
    expect(copy).toContain('OBX!1!NM!718-7*Hb*LN!!11.2!g?T?dL**UCUM!!L')
    expect(copy).toContain('!medical-chain?T?2?T?research-copy')
  })

  it('is read again by the reader that places records, and keeps what that goes by', () => {
    const { coded } = readHl7(copyOf(MESSAGE))!
    expect(coded).toContainEqual({ field: 'PV1-10', system: 'hl7-service', code: 'CAR', name: null })
    expect(coded).toContainEqual({ field: 'OBR-24', system: 'hl7-section', code: 'HM', name: null })
    expect(coded).toContainEqual({
      field: 'OBX-3',
      system: 'loinc',
      code: '718-7',
      name: 'Hemoglobin [Mass/volume] in Blood',
    })
    // Copied once more, nothing goes.
    const lines = copyOf(MESSAGE).split('\r')
    expect(
      copyOf(lines.join('\r'))
        .split('\r')
        .map((line) => line.slice(0, 3)),
    ).toEqual(lines.map((line) => line.slice(0, 3)))
  })

  it('takes a batch for its messages, each divided as it says', () => {
    const batch = [
      'FHS|^~\\&|RIVERSIDE',
      'BHS|^~\\&|RIVERSIDE',
      `${HEAD}\rDG1|1||K35^^I10`,
      'MSH!*;?+!LAB!!!!20260305!!ORU*R01!8!P!2.5\rDG1!1!!K36**I10',
      'BTS|2|Amara',
      'FTS|1',
    ].join('\n')
    const copy = copyOf(`\u000b${batch}\u001c\r`)
    expect(copy.split('\r').map((line) => line.slice(0, 3))).toEqual(['MSH', 'DG1', 'MSH', 'DG1', ''])
    expect(copy).toContain('DG1!1!!K36**I10')
  })

  it.each([
    ['a letter', 'Dear colleague, MSH|^~\\& is how it begins'],
    ['nothing', ''],
    ['a header that was cut off', 'MSH|^~'],
    ['a header alone', HEAD],
    ['a batch without messages', 'FHS|^~\\&|RIVERSIDE\rFTS|1'],
    ['marks that divide twice', `MSH|^^\\&|\rDG1|1||K35^^I10`],
    ['letters that divide', `MSH|abcd|\rDG1|1||K35^^I10`],
    ['people and places alone', `${HEAD}\rNK1|1|Mensah^Kofi\rZPI|1`],
    ['a name and an order that tells nothing', `${HEAD}\rPID|1||||Osei^Amara\rOBR|1`],
    ['another character set', `${HEAD}||||||8859/1\rPID|1||||Müller\rDG1|1||K35^^I10`],
  ])('is not made of %s', (_, message) => {
    expect(hl7CopyOf(message, copyTerms())).toBeNull()
  })

  it('of plain letters needs no character set', () => {
    expect(copyOf(`${HEAD}||||||8859/1\rDG1|1||K35^^I10`)).toContain('UNICODE UTF-8')
  })
})
