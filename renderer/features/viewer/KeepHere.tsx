import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenedRecord } from '../../../electron/main/domain/record.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './RecordRoom.module.css'

type Props = {
  readonly record: OpenedRecord
  /** Whether it is kept now. */
  readonly kept: boolean
}

/** Keeps an opened record on this computer whatever else comes. */
export function KeepHere({ record: { patient, id }, kept }: Props) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const keep = useAct('records.keepHere')
  return (
    <div className={css.keep}>
      <Switch
        label={t('viewer.keep')}
        description={t(kept ? 'viewer.keptNote' : 'viewer.hereNote')}
        checked={kept}
        disabled={keep.isPending}
        onChange={(event) => keep.mutate({ patient, id, keep: event.currentTarget.checked })}
      />
      {keep.error !== null && <FailureLine words={words(keep.error)} />}
    </div>
  )
}
