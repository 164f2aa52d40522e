import type { Icon } from '@tabler/icons-react'
import {
  IconActivity,
  IconEye,
  IconFileText,
  IconKey,
  IconLayoutDashboard,
  IconLayoutList,
  IconMessageQuestion,
  IconScale,
  IconSettings,
  IconStethoscope,
  IconUrgent,
  IconUserCheck,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import type { Role } from '../../electron/main/domain/person.ts'

export type Place = {
  readonly to: string
  readonly label: string
  readonly icon: Icon
  /** Shows how many requests wait here. */
  readonly counts?: boolean
}

type Group = { readonly label: string | null; readonly places: readonly Place[] }

const KEY: Place = { to: '/key', label: 'key', icon: IconKey }
const REQUESTS: Place = { to: '/requests', label: 'requests', icon: IconMessageQuestion, counts: true }

const EMERGENCY: Place = { to: '/emergency', label: 'emergency', icon: IconUrgent }

const BY_ROLE: Readonly<Record<Role, readonly Place[]>> = {
  patient: [
    { to: '/records', label: 'records', icon: IconFileText },
    { to: '/access', label: 'access', icon: IconUserCheck },
    REQUESTS,
    { to: '/doctors', label: 'doctors', icon: IconStethoscope },
    { to: '/log', label: 'whoLooked', icon: IconEye },
    EMERGENCY,
  ],
  doctor: [{ to: '/patients', label: 'patients', icon: IconUsers }, REQUESTS, EMERGENCY],
  // A reader may be a guardian.
  reader: [{ to: '/patients', label: 'patients', icon: IconUsers }, EMERGENCY],
  admin: [
    { to: '/overview', label: 'overview', icon: IconLayoutDashboard },
    { to: '/register/doctor', label: 'registerDoctor', icon: IconStethoscope },
    { to: '/register/patient', label: 'registerPatient', icon: IconUserPlus },
    { to: '/people', label: 'people', icon: IconUsers },
    EMERGENCY,
  ],
}
const LOG: Place = { to: '/log', label: 'log', icon: IconLayoutList }
const COMPLIANCE: Place = { to: '/compliance', label: 'compliance', icon: IconScale }
const PERFORMANCE: Place = { to: '/performance', label: 'performance', icon: IconActivity }
const SETTINGS: Place = { to: '/settings', label: 'settings', icon: IconSettings }

const HOMES = [
  ['patient', '/records'],
  ['doctor', '/patients'],
  ['reader', '/patients'],
  ['admin', '/overview'],
] as const

export const homeOf = (roles: readonly Role[]): string =>
  HOMES.find(([role]) => roles.includes(role))?.[1] ?? '/key'

/** The navigation of these roles; a place that two roles share stands once. */
export function placesFor(roles: readonly Role[]): readonly Group[] {
  const seen = new Set<string>()
  const once = (places: readonly Place[]): Place[] =>
    places.filter(({ to }) => {
      if (seen.has(to)) return false
      seen.add(to)
      return true
    })
  const main = HOMES.filter(([role]) => roles.includes(role)).map(([role]) => ({
    label: null,
    places: once(BY_ROLE[role]),
  }))
  const oversight = roles.includes('admin')
    ? { label: 'oversight', places: once([LOG, PERFORMANCE, COMPLIANCE, KEY]) }
    : { label: 'safety', places: once(roles.includes('patient') ? [KEY] : [KEY, LOG]) }
  return [...main, oversight, { label: null, places: [SETTINGS] }]
}
