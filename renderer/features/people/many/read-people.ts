import Papa from 'papaparse'
import type { Gender } from '../../../../electron/main/domain/person.ts'
import { readDay } from '../../../ui/read-day.ts'
import {
  BLANK,
  checkValues,
  type Missing,
  type RegisterRole,
  type RegisterValues,
} from '../register-values.ts'

/** The headings of the table, as a clinic's list may spell them: letters count, case and signs do not. */
export const COLUMNS = [
  'role',
  'wallet',
  'name',
  'birth date',
  'gender',
  'email',
  'specialties',
  'licence',
  'licence until',
] as const
type Column = (typeof COLUMNS)[number]

/** Somebody in the table, and what is wrong with their line. */
export type PersonRow = {
  /** As a spreadsheet counts, headings included. */
  readonly line: number
  readonly role: RegisterRole | null
  readonly values: RegisterValues
  readonly missing: Missing & { readonly role?: 'needed' }
  /** The line that has the same wallet, above this one. */
  readonly twice: number | null
}

/** Why a file is no such table. `missing` names the headings that it lacks. */
export type NotATable = { readonly missing: readonly Column[] }

const GENDERS: Readonly<Record<string, Gender>> = {
  female: 'female',
  f: 'female',
  male: 'male',
  m: 'male',
  other: 'other',
  unknown: 'unknown',
}
const ROLES: Readonly<Record<string, RegisterRole>> = { doctor: 'doctor', patient: 'patient' }
const NEEDED: readonly Column[] = ['role', 'wallet', 'name', 'birth date', 'gender', 'email']

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '')

/**
 * The people of a CSV table: comma, semicolon or tab, whichever the first lines show.
 * @param codeOf the code of a specialty by its code or its name in this language
 */
export function readPeople(
  text: string,
  codeOf: (specialty: string) => string | null,
): readonly PersonRow[] | NotATable {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: plain,
    transform: (cell) => cell.trim(),
  })
  const headings = new Set(meta.fields)
  const missing = NEEDED.filter((column) => !headings.has(plain(column)))
  if (missing.length > 0) return { missing }
  const lines = new Map<string, number>()
  return data.map((cells, at) => {
    const row = rowOf(cells, at + 2, codeOf)
    const wallet = row.values.account.toLowerCase()
    const twice = lines.get(wallet) ?? null
    if (twice === null && wallet !== '') lines.set(wallet, row.line)
    return { ...row, twice }
  })
}

function rowOf(
  cells: Record<string, string>,
  line: number,
  codeOf: (specialty: string) => string | null,
): Omit<PersonRow, 'twice'> {
  const cell = (column: Column): string => cells[plain(column)] ?? ''
  const role = ROLES[plain(cell('role'))] ?? null
  const named = cell('specialties')
    .split(/[;|/]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const codes = named.map(codeOf)
  const values: RegisterValues = {
    ...BLANK,
    account: cell('wallet'),
    name: cell('name'),
    birthDate: readDay(cell('birth date')) ?? '',
    gender: GENDERS[plain(cell('gender'))] ?? null,
    email: cell('email'),
    // One that is not known counts as none: a doctor without it would be found by nobody.
    specialties: codes.includes(null) ? [] : codes.filter((code) => code !== null),
    licence: cell('licence'),
    until: readDay(cell('licence until')) ?? '',
  }
  const missing = checkValues(values, role ?? 'patient')
  return { line, role, values, missing: role === null ? { ...missing, role: 'needed' } : missing }
}
