import { useTranslation } from 'react-i18next'
import type { Role } from '../../electron/main/domain/person.ts'
import { useCall } from './calls.ts'
import { shortAddress } from './format.ts'

type Somebody = {
  readonly name: string | null
  readonly roles: readonly Role[]
  readonly specialties: readonly string[]
  readonly address: string
}

/** How people are called: doctors with their title, strangers by their address. */
export function useNames() {
  const { t, i18n } = useTranslation('common')
  const { data: demo } = useCall('demo.people')
  const invented = (address: string) => demo?.people.find((person) => person.address === address)
  // Nobody registers the first admin, so their name stands nowhere but in the demo's own list.
  const firstAdmin = (address: string): string | null => {
    const person = invented(address)
    return person?.role === 'admin' ? person.name : null
  }
  const nameless = (address: string): string => firstAdmin(address) ?? shortAddress(address)
  const titled = (name: string): string => (/^dr\b/i.test(name) ? name : t('doctorName', { name }))
  const doctor = (name: string | null, address: string): string =>
    name === null || name === '' ? nameless(address) : titled(name)
  const specialty = (code: string): string =>
    i18n.exists(`common:specialties.${code}`) ? t(`specialties.${code as '394579002'}`) : code
  const specialties = (codes: readonly string[]): string => codes.map(specialty).join(', ')
  return {
    doctor,
    /** Of somebody in the demo who has no name of their own yet. */
    invented: (address: string): string | null => invented(address)?.name ?? null,
    plain: (name: string | null, address: string): string => name ?? nameless(address),
    person: ({ name, roles, address }: Pick<Somebody, 'name' | 'roles' | 'address'>): string =>
      roles.includes('doctor') ? doctor(name, address) : (name ?? nameless(address)),
    me: ({ name, roles, address }: Somebody): string =>
      roles.includes('doctor') && !roles.includes('patient')
        ? doctor(name, address)
        : (name ?? nameless(address)),
    specialty,
    specialties,
    /** What somebody who reads is to a patient: a doctor's specialties, else their role. */
    standing: ({ roles, specialties: codes }: Pick<Somebody, 'roles' | 'specialties'>): string =>
      codes.length > 0
        ? specialties(codes)
        : roles.includes('doctor')
          ? t('roles.doctor')
          : t('roles.reader'),
    roles: ({ roles, specialties: codes }: Pick<Somebody, 'roles' | 'specialties'>): string =>
      [
        ...roles.map((role) => t(`roles.${role}`)),
        ...(codes.length === 0 ? [] : [specialties(codes.slice(0, 1))]),
      ].join(', '),
  }
}
