import { Button, Progress } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopiesChecked } from '../../../electron/main/domain/store.ts'
import { useAct, useEvent } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatMoment } from '../../lib/format.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Storage.module.css'

/** What the last look at one's own copies has found, and another look. */
export function CopiesLine({ last }: { readonly last: CopiesChecked | null }) {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const check = useAct('stores.check')
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  useEvent(
    'stores.checking',
    useCallback((next: typeof progress) => setProgress(next), []),
  )
  const running = progress.done < progress.total
  return (
    <div className={css.copies}>
      <div className={css.here}>
        <div className={css.words}>
          <strong className={css.name}>{t('storage.copies')}</strong>
          {running ? (
            <span className="tiny dim" role="status">
              {t('storage.checking', progress)}
            </span>
          ) : (
            <Outcome last={last} />
          )}
        </div>
        <Button
          size="compact-sm"
          h={30}
          px={14}
          variant="default"
          loading={running || check.isPending}
          onClick={() => check.mutate(undefined)}
        >
          {t('storage.check')}
        </Button>
      </div>
      {running && (
        <Progress value={(100 * progress.done) / progress.total} size="sm" aria-label={t('storage.copies')} />
      )}
      {check.error !== null && <FailureLine words={wordsOf(check.error)} />}
      {!running && last?.failure != null && <FailureLine words={wordsOf(last.failure)} />}
    </div>
  )
}

function Outcome({ last }: { readonly last: CopiesChecked | null }) {
  const { t } = useTranslation('screens')
  if (last === null) return <span className="tiny dim">{t('storage.notYet')}</span>
  const when = formatMoment(last.at)
  if (last.failed > 0) return <Status tone="bad">{t('storage.failed', { count: last.failed, when })}</Status>
  return (
    <Status tone="ok">
      {t(last.repaired > 0 ? 'storage.repaired' : 'storage.whole', {
        count: last.repaired,
        of: last.checked,
        when,
      })}
    </Status>
  )
}
