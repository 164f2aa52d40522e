import { describe, expect, it } from 'vitest'
import { CODE_TABLES, specialtyOf } from '../../electron/main/classifier/code-tables.ts'
import { SPECIALTY_CODES } from '../../electron/main/domain/specialty.ts'

/** LOINC's last digit checks the others (Mod 10). */
function isLoinc(code: string): boolean {
  const [number, check] = code.split('-') as [string, string]
  const odd = [...number].reverse().filter((_, place) => place % 2 === 0)
  const even = [...number].reverse().filter((_, place) => place % 2 === 1)
  const doubled = String(Number(odd.reverse().join('')) * 2)
  const sum = [...doubled, ...even].reduce((total, digit) => total + Number(digit), 0)
  return (10 - (sum % 10)) % 10 === Number(check)
}

/** SNOMED CT's last digit checks the others (Verhoeff, over the dihedral group D5). */
function isSnomed(code: string): boolean {
  const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
  const times = (a: number, b: number): number =>
    a < 5 ? (b < 5 ? (a + b) % 5 : ((a + b - 5) % 5) + 5) : b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5
  const permuted = (digit: number, times_: number): number =>
    Array.from({ length: times_ % 8 }).reduce<number>((value) => step[value]!, digit)
  return (
    [...code].reverse().reduce((sum, digit, place) => times(sum, permuted(Number(digit), place)), 0) === 0
  )
}

describe('the tables of codes', () => {
  it('mean specialties that there are folders for, and miss none', () => {
    const known: ReadonlySet<string> = new Set(SPECIALTY_CODES)
    for (const table of Object.values(CODE_TABLES))
      expect(Object.values(table).filter((code) => !known.has(code))).toEqual([])
    expect(SPECIALTY_CODES.map((code) => specialtyOf({ system: 'snomed', code }))).toEqual([
      ...SPECIALTY_CODES,
    ])
  })

  it('hold codes whose check digits are right', () => {
    expect(isLoinc('18842-5') && !isLoinc('18842-6')).toBe(true)
    expect(isSnomed('74400008') && !isSnomed('74400009')).toBe(true)
    expect(Object.keys(CODE_TABLES.loinc).filter((code) => !isLoinc(code))).toEqual([])
    expect(Object.keys(CODE_TABLES.snomed).filter((code) => !isSnomed(code))).toEqual([])
    expect(Object.keys(CODE_TABLES.nucc).filter((code) => !/^\d{3}[\dA-Z]{6}X$/.test(code))).toEqual([])
  })

  it('know nothing of what is in no table, nor of what every object has', () => {
    for (const code of ['11488-4', '', 'constructor', '__proto__'])
      for (const system of Object.keys(CODE_TABLES) as (keyof typeof CODE_TABLES)[])
        expect(specialtyOf({ system, code })).toBeNull()
  })
})
