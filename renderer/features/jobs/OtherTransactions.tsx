import { useTranslation } from 'react-i18next'
import type { JobView } from '../../../electron/main/domain/job.ts'
import { useCall } from '../../lib/calls.ts'
import { TransactionLine } from './TransactionLine.tsx'
import css from './Transactions.module.css'
import { othersOf } from './transactions.ts'

/** Acts on their way to the chain that belong to no work on the list: a registration, or one that fell out of it. */
export function OtherTransactions({ jobs }: { readonly jobs: readonly JobView[] }) {
  const { t } = useTranslation('common')
  const { data: transactions } = useCall('transactions.list')
  const others = othersOf(transactions ?? [], jobs)
  if (others.length === 0) return null
  return (
    <ul className={css.list} aria-label={t('jobs.transaction.others')}>
      {others.map((transaction) => (
        <li key={transaction.id}>
          <span className={css.act}>{t(`jobs.acts.${transaction.act}`)}</span>
          <TransactionLine transaction={transaction} title={t(`jobs.acts.${transaction.act}`)} />
        </li>
      ))}
    </ul>
  )
}
