import { Button } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useGuards } from './use-guards.ts'
import { useRequestWords } from './use-request-words.ts'

const UNDECIDED: ReadonlySet<EmergencyView['phase']> = new Set(['waiting', 'ready'])

/** On every page: a request that this person can decide, or somebody who is in their records now. */
export function EmergencyNotice() {
  const { t } = useTranslation('screens')
  const me = useMe()
  const { pathname } = useLocation()
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
  if (asked === undefined || pathname.startsWith('/emergency')) return null
  const own = asked.patient === me.address
  const fill = { doctor: doctorOf(asked), patient: patientOf(asked) }
  return (
    <Notice
      tone="bad"
      icon={IconUrgent}
      live
      wide
      action={
        <Button component={Link} to="/emergency" variant="default" size="compact-sm" h={30} px={14}>
          {t('emergency.look')}
        </Button>
      }
    >
      <span data-private>
        {t(
          own ? (asked.phase === 'open' ? 'emergency.inYours' : 'emergency.asksYours') : 'emergency.asksFor',
          fill,
        )}
      </span>
    </Notice>
  )
}
