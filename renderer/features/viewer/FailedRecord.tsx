import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../lib/bridge.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureCard } from '../../ui/FailureCard.tsx'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { failedCheck } from './check-by-code.ts'
import css from './RecordRoom.module.css'

type Props = {
  readonly title: string
  readonly failure: CallFailure
  /** It is being tried again: another try would only join this one. */
  readonly trying: boolean
  readonly onAgain: () => void
  readonly onBack: () => void
}

/** Nothing but the list leads on from these. */
const LEADS: ReadonlySet<string> = new Set(['E_NOT_ALLOWED', 'E_NOT_ADDRESSED', 'E_KEY_LOST'])

/** A record that did not pass: which check failed, and that nothing was shown. */
export function FailedRecord({ title, failure, trying, onAgain, onBack }: Props) {
  const { t } = useTranslation(['screens', 'common', 'errors'])
  const heading = usePageFocus(t('viewer.record'))
  const words = useFailureWords()(failure)
  const failed = failedCheck(failure.code)
  const leads = LEADS.has(failure.code)
  const goesBack = leads || words.action === t('errors:E_CARD_MISMATCH.action')
  return (
    <div className={css.failed}>
      <h1 ref={heading} tabIndex={-1} className={css.title}>
        {title}
      </h1>
      <div className={css.stage}>
        <FailureCard
          words={leads ? { ...words, action: t('viewer.back') } : words}
          onAction={goesBack ? onBack : onAgain}
          pending={trying && !goesBack}
          other={
            !goesBack && (
              <Button variant="default" onClick={onBack}>
                {t('viewer.back')}
              </Button>
            )
          }
          copyLabel={t('common:copyDetails')}
          copiedLabel={t('common:copied')}
          note={t('viewer.unharmed')}
          lead={
            failed === null ? '' : t('verify.failed', { ...failed, what: t(`verify.names.${failed.name}`) })
          }
        />
      </div>
    </div>
  )
}
