import { Button } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatBirthDate } from '../../lib/format.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** The front desk has handed the profile over: the patient keeps it where the readers they choose find it. */
export function KeepProfile() {
  const { t } = useTranslation('screens')
  const { data: mine } = useCall('people.myProfile')
  const { data: jobs } = useCall('jobs.list')
  const keep = useAct('records.keepProfile')
  const words = useFailureWords()
  if (keep.error !== null) return <FailureLine words={words(keep.error)} />
  if (mine === undefined || mine.identity === 'kept') return null
  if (mine.identity === 'none') return <Notice tone="info">{t('profile.coming')}</Notice>
  const underWay = jobs?.some(
    ({ kind, title, state }) => kind === 'add' && title === 'profile' && state === 'running',
  )
  const { name, birthDate } = mine.person
  return (
    <Notice
      tone="info"
      icon={IconUserCheck}
      action={
        <Button
          variant="default"
          size="compact-sm"
          h={30}
          px={14}
          loading={keep.isPending || underWay === true}
          onClick={() => keep.mutate(undefined)}
        >
          {t('profile.keep')}
        </Button>
      }
    >
      <strong>
        {t('profile.come', {
          name: name ?? '',
          birthDate: birthDate === null ? '' : formatBirthDate(birthDate),
        })}
      </strong>{' '}
      {t('profile.keepNote')}
    </Notice>
  )
}
