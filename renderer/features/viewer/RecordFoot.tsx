import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { RecordView } from '../../../electron/main/domain/record.ts'
import { useAsk } from '../../lib/ask.ts'
import { formatDay } from '../../lib/format.ts'
import type { Neighbours } from './neighbours.ts'
import css from './RecordFoot.module.css'

type Props = { readonly around: Neighbours; readonly to: (record: RecordView) => string }

/** From one record to the next of its list. */
export function RecordFoot({ around: { newer, older, place, count }, to }: Props) {
  const { t } = useTranslation('screens')
  const navigate = useNavigate()
  const go = (record: RecordView | null) => () => void (record !== null && navigate(to(record)))
  useAsk('record-newer', go(newer))
  useAsk('record-older', go(older))
  const titleOf = ({ title }: RecordView): string => title ?? t('records.closed')
  return (
    <nav className={css.root} aria-label={t('viewer.others')}>
      {newer === null ? (
        <span className="dim">{t('viewer.newest')}</span>
      ) : (
        <Link to={to(newer)}>
          <span className="aural">{t('viewer.newer')}</span>
          <IconArrowLeft size={17} stroke={1.7} aria-hidden="true" />
          <strong data-private>{titleOf(newer)}</strong>
          <span className="dim">{formatDay(newer.recordedAt)}</span>
        </Link>
      )}
      <span className={css.place}>{t('viewer.place', { place, count })}</span>
      {older === null ? (
        <span className={`dim ${css.end}`}>{t('viewer.oldest')}</span>
      ) : (
        <Link to={to(older)} className={css.end}>
          <span className="aural">{t('viewer.older')}</span>
          <span className="dim">{formatDay(older.recordedAt)}</span>
          <strong data-private>{titleOf(older)}</strong>
          <IconArrowRight size={17} stroke={1.7} aria-hidden="true" />
        </Link>
      )}
    </nav>
  )
}
