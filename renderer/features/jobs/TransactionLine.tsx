import { useTranslation } from 'react-i18next'
import type { TransactionView } from '../../../electron/main/domain/transaction.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Status, type Tone } from '../../ui/Status.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Transactions.module.css'

type Props = { readonly transaction: TransactionView; readonly title: string }

const TONES: Partial<Record<TransactionView['state'], Tone>> = {
  final: 'ok',
  replaced: 'warn',
  dropped: 'warn',
  refused: 'bad',
  cancelled: 'past',
}

/** What has become of a transaction that the clinic pays for, and what one can do when it is slow. */
export function TransactionLine({ transaction, title }: Props) {
  const { t } = useTranslation('common')
  const wordsOf = useFailureWords()
  const speedUp = useAct('transactions.speedUp')
  const cancel = useAct('transactions.cancel')
  const { id, state, slow, cancelling, confirmations, needed } = transaction
  const failed = speedUp.error ?? cancel.error
  const tone = slow ? 'warn' : (TONES[state] ?? 'wait')
  return (
    <div className={css.line}>
      <Status tone={tone}>
        {cancelling
          ? t('jobs.transaction.cancelling')
          : t(`jobs.transaction.${state}`, { done: confirmations, of: needed })}
        {slow && ` · ${t('jobs.transaction.slow')}`}
      </Status>
      {slow && (
        <div className={css.buttons}>
          <TextButton
            disabled={speedUp.isPending}
            onClick={() => speedUp.mutate({ id })}
            aria-label={t('jobs.transaction.speedUpOf', { title })}
          >
            {t('jobs.transaction.speedUp')}
          </TextButton>
          {!cancelling && (
            <TextButton
              disabled={cancel.isPending}
              onClick={() => cancel.mutate({ id })}
              aria-label={t('jobs.transaction.cancelOf', { title })}
            >
              {t('jobs.transaction.cancel')}
            </TextButton>
          )}
        </div>
      )}
      {failed !== null && <FailureLine words={wordsOf(failed)} />}
    </div>
  )
}
