import { IconUrgent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { AskedNotice } from './AskedNotice.tsx'
import { useGuards } from './use-guards.ts'
import { useRequestWords } from './use-request-words.ts'

const UNDECIDED: ReadonlySet<EmergencyView['phase']> = new Set(['waiting', 'ready'])

/** On every page: a request that this person can decide, or somebody who is in their records now. */
export function EmergencyNotice() {
  const { t } = useTranslation('screens')
  const me = useMe()
  const { data } = useCall('emergency.list')
  const guards = useGuards()
  const { doctorOf, patientOf } = useRequestWords()
  const asked = (data ?? []).find(
    ({ patient, doctor, phase, approvedBy }) =>
      (patient === me.address && (phase === 'open' || UNDECIDED.has(phase))) ||
      (doctor !== me.address &&
        guards(patient) &&
        UNDECIDED.has(phase) &&
        !approvedBy.some((one) => one === me.address)),
  )
  if (asked === undefined) return null
  const own = asked.patient === me.address
  const fill = { doctor: doctorOf(asked), patient: patientOf(asked) }
  return (
    <AskedNotice tone="bad" icon={IconUrgent}>
      {t(
        own ? (asked.phase === 'open' ? 'emergency.inYours' : 'emergency.asksYours') : 'emergency.asksFor',
        fill,
      )}
    </AskedNotice>
  )
}
