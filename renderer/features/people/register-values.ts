import type { RegisterInput } from '../../../electron/ipc/inputs.ts'
import type { DemoPerson } from '../../../electron/main/domain/network.ts'
import type { Gender } from '../../../electron/main/domain/person.ts'
import { endOfDay } from '../../lib/format.ts'

export type RegisterRole = RegisterInput['role']

/** The form as it is typed. */
export type RegisterValues = {
  /** The person has no wallet here and is given a code. */
  readonly byCode: boolean
  /** Somebody acts for this person, and `account` is that custodian's wallet. */
  readonly child: boolean
  readonly account: string
  readonly name: string
  readonly birthDate: string
  readonly gender: Gender | null
  readonly email: string
  readonly specialties: string[]
  readonly licence: string
  /** `YYYY-MM-DD` */
  readonly until: string
  /** `YYYY-MM-DD`; empty for the day on which the person comes of age. */
  readonly custodyUntil: string
  readonly picture: Uint8Array | null
  /** The address came from the person's own phone, which has signed for it. */
  readonly proven: boolean
  /** Somebody has looked at name and face; asked for where the address was proven at this desk. */
  readonly checked: boolean
}

export const BLANK: RegisterValues = {
  byCode: false,
  child: false,
  account: '',
  name: '',
  birthDate: '',
  gender: null,
  email: '',
  specialties: [],
  licence: '',
  until: '',
  custodyUntil: '',
  picture: null,
  proven: false,
  checked: false,
}

export type Missing = Partial<
  Record<Exclude<keyof RegisterValues, 'byCode' | 'child'>, 'needed' | 'email' | 'future' | 'past' | 'check'>
>

/** What is still missing or wrong, by field. */
export function checkValues(values: RegisterValues, role: RegisterRole, now = new Date()): Missing {
  const missing: Missing = {}
  const today = now.toISOString().slice(0, 10)
  if (!values.byCode && values.account.trim() === '') missing.account = 'needed'
  if (values.name.trim() === '') missing.name = 'needed'
  if (values.birthDate === '') missing.birthDate = 'needed'
  else if (values.birthDate > today) missing.birthDate = 'future'
  if (values.gender === null) missing.gender = 'needed'
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email))
    missing.email = values.email === '' ? 'needed' : 'email'
  if (role === 'doctor') {
    if (values.specialties.length === 0) missing.specialties = 'needed'
    if (values.licence.trim() === '') missing.licence = 'needed'
    if (values.until === '') missing.until = 'needed'
    else if (values.until <= today) missing.until = 'past'
  }
  if (values.child) {
    const end = custodyEnd(values)
    if (end === '') missing.custodyUntil = 'needed'
    else if (end <= today) missing.custodyUntil = 'past'
  }
  if (values.proven && !values.checked) missing.checked = 'check'
  return missing
}

/** The years after which a child decides for itself. */
const OF_AGE = 18

/** The day until which a custodian acts: the one that was chosen, else the person's 18th birthday. */
export function custodyEnd({ custodyUntil, birthDate }: RegisterValues): string {
  if (custodyUntil !== '' || birthDate === '') return custodyUntil
  // Who was born on a leap day comes of age on 1 March.
  const day = new Date(`${Number(birthDate.slice(0, 4)) + OF_AGE}${birthDate.slice(4)}T12:00:00Z`)
  return day.toISOString().slice(0, 10)
}

/** The checked form of somebody whom another one acts for, as main takes it. */
export function toChild(values: RegisterValues) {
  const { account, profile } = toInput(values, 'patient')
  const midnight = new Date(`${custodyEnd(values)}T00:00:00`)
  return { profile, custodian: account, custodyUntil: Math.floor(midnight.getTime() / 1000) }
}

/** The checked form as main takes it. */
export function toInput(values: RegisterValues, role: RegisterRole): RegisterInput {
  const { account, name, birthDate, gender, email, specialties, licence, until, picture } = values
  const doctor = role === 'doctor'
  return {
    role,
    account: account.trim(),
    profile: {
      name: name.trim(),
      birthDate,
      gender: gender ?? 'unknown',
      email: email.trim(),
      picture: picture === null ? null : Uint8Array.from(picture),
    },
    specialties: doctor ? specialties : [],
    licence: doctor ? licence.trim() : '',
    until: doctor ? endOfDay(new Date(`${until}T12:00:00`)) : 0,
  }
}

const LICENCE_YEARS = 3

/** An invented person, typed in by the demo. */
export function fromDemo(person: DemoPerson, now = new Date()): RegisterValues {
  return {
    byCode: false,
    child: false,
    account: person.address,
    name: person.name,
    birthDate: person.birthDate,
    gender: person.gender,
    email: person.email,
    specialties: [...person.specialties],
    licence: person.licence,
    until: person.role === 'doctor' ? `${now.getFullYear() + LICENCE_YEARS}-06-30` : '',
    custodyUntil: '',
    picture: null,
    proven: false,
    checked: false,
  }
}
