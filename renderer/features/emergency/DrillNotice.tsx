import { IconLifebuoy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { AskedNotice } from './AskedNotice.tsx'
import { asksFor } from './asks-for.ts'

/** On every page, for a guardian: a drill to answer. It says first that it is none of the other kind. */
export function DrillNotice() {
  const { t } = useTranslation('screens')
  const me = useMe()
  const names = useNames()
  const { data } = useCall('emergency.guarded')
  const asked = (data ?? []).find((plan) => asksFor(plan, me.address))
  if (asked === undefined) return null
  const patient = names.plain(asked.patientName ?? names.invented(asked.patient), asked.patient)
  return (
    <AskedNotice tone="info" icon={IconLifebuoy}>
      {t('drill.notice', { patient })}
    </AskedNotice>
  )
}
