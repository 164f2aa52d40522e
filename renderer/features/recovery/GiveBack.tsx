import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PatientView } from '../../../electron/main/domain/right.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatLongDay } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** On a patient's page, where they have a new key: what this reader can give back. Main asks before it is done. */
export function GiveBack({ patient: { patient, name, newKey } }: { readonly patient: PatientView }) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const words = useFailureWords()
  const give = useAct('recovery.giveBack')
  if (newKey === null) return null
  const called = names.plain(name, patient)
  if (newKey.givenBackAt !== null)
    return (
      <Notice tone="info" icon={IconKey}>
        <span data-private>
          {t('giveBack.given', { day: formatLongDay(newKey.givenBackAt), name: called })}
        </span>
      </Notice>
    )
  return (
    <>
      {give.error !== null && <FailureLine words={words(give.error)} />}
      <Notice
        tone="warn"
        icon={IconKey}
        action={
          <Button
            variant="default"
            size="compact-sm"
            h={30}
            px={14}
            loading={give.isPending}
            onClick={() => give.mutate({ patient })}
          >
            {t('giveBack.give')}
          </Button>
        }
      >
        <strong data-private>{t('giveBack.asked', { name: called })}</strong>{' '}
        {t('giveBack.note', { count: newKey.folders })}
      </Notice>
    </>
  )
}
