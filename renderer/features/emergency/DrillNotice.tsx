import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { Notice } from '../../ui/Notice.tsx'
import { asksFor } from './asks-for.ts'

/** On every page, for a guardian: a drill to answer. It says first that it is none of the other kind. */
export function DrillNotice() {
  const { t } = useTranslation('screens')
  const me = useMe()
  const names = useNames()
  const { pathname } = useLocation()
  const { data } = useCall('emergency.guarded')
  const asked = (data ?? []).find((plan) => asksFor(plan, me.address))
  if (asked === undefined || pathname.startsWith('/emergency')) return null
  const patient = names.plain(asked.patientName ?? names.invented(asked.patient), asked.patient)
  return (
    <Notice
      tone="info"
      icon={IconLifebuoy}
      live
      wide
      action={
        <Button component={Link} to="/emergency" variant="default" size="compact-sm" h={30} px={14}>
          {t('emergency.look')}
        </Button>
      }
    >
      <span data-private>{t('drill.notice', { patient })}</span>
    </Notice>
  )
}
