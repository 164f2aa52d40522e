import { describe, expect, it } from 'vitest'
import { COLUMNS, type PersonRow, readPeople } from '../../renderer/features/people/many/read-people.ts'

const WALLET = `0x${'ab'.repeat(20)}`
const codeOf = (specialty: string): string | null =>
  ({ cardiology: '394579002', '394579002': '394579002', neurology: '394591006' })[specialty.toLowerCase()] ??
  null

const read = (text: string): readonly PersonRow[] => {
  const found = readPeople(text, codeOf)
  if ('missing' in found) throw new Error(`lacks ${found.missing}`)
  return found
}
const patient = (change: Partial<Record<(typeof COLUMNS)[number], string>> = {}): string => {
  const cells: Record<string, string> = {
    role: 'patient',
    wallet: WALLET,
    name: 'Amara Osei',
    'birth date': '1979-02-02',
    gender: 'female',
    email: 'amara@riverside.example',
    ...change,
  }
  return COLUMNS.map((column) => cells[column] ?? '').join(',')
}
const table = (...lines: string[]): string => [COLUMNS.join(','), ...lines].join('\n')

describe('a table of people', () => {
  it('gives each line as a form that is filled in', () => {
    const [row] = read(table(patient()))
    expect(row).toMatchObject({
      line: 2,
      role: 'patient',
      missing: {},
      twice: null,
      values: { account: WALLET, name: 'Amara Osei', birthDate: '1979-02-02', gender: 'female' },
    })
  })

  it('may come from a spreadsheet: a mark at its start, semicolons, quotes, blank lines, other spellings', () => {
    const text = [
      '\uFEFFRole;Wallet;Name;Birth-Date;GENDER;E-mail;Specialties;Licence;Licence until',
      `Doctor;${WALLET};"Rao; Nisha";2.5.1981;F;rao@riverside.example;Cardiology / Neurology;RC 4471;30 June 2199`,
      '',
      ';;;;;;;;',
    ].join('\r\n')
    expect(read(text)).toMatchObject([
      {
        role: 'doctor',
        missing: {},
        values: {
          name: 'Rao; Nisha',
          birthDate: '1981-05-02',
          specialties: ['394579002', '394591006'],
          until: '2199-06-30',
        },
      },
    ])
  })

  it.each([
    ['role', { role: 'nurse' }, { role: 'needed' }],
    ['wallet', { wallet: '' }, { account: 'needed' }],
    ['day that does not exist', { 'birth date': '31.2.1980' }, { birthDate: 'needed' }],
    ['day to come', { 'birth date': '2199-01-01' }, { birthDate: 'future' }],
    ['gender', { gender: 'x' }, { gender: 'needed' }],
    ['address for mail', { email: 'nowhere' }, { email: 'email' }],
    [
      'specialty',
      { role: 'doctor', specialties: 'Cardiology/Magic', licence: 'RC', 'licence until': '2199-01-01' },
      { specialties: 'needed' },
    ],
    [
      'licence that has ended',
      { role: 'doctor', specialties: 'Cardiology', licence: 'RC', 'licence until': '2001-01-01' },
      { until: 'past' },
    ],
  ])('names a wrong %s, and takes the other lines', (_, change, missing) => {
    const rows = read(table(patient(change), patient({ wallet: `0x${'cd'.repeat(20)}` })))
    expect(rows[0]!.missing).toEqual(missing)
    expect(rows[1]!.missing).toEqual({})
  })

  it('names the line that has the same wallet, whatever its case', () => {
    const rows = read(table(patient(), patient({ wallet: WALLET.toUpperCase().replace('0X', '0x') })))
    expect(rows.map(({ twice }) => twice)).toEqual([null, 2])
  })

  it('is none without its headings, and says which ones', () => {
    expect(readPeople('name,email\nAmara,a@b.example', codeOf)).toEqual({
      missing: ['role', 'wallet', 'birth date', 'gender'],
    })
    expect(readPeople('', codeOf)).toMatchObject({ missing: expect.arrayContaining(['wallet']) })
    expect(read(COLUMNS.join(','))).toEqual([])
  })
})
