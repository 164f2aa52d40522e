import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Me } from '../../../electron/main/domain/session.ts'
import { Panel } from '../../ui/Panel.tsx'
import css from './FirstSteps.module.css'

type Props = { readonly me: Me; readonly records: number; readonly readers: number }

/** What a new patient does first; what is done is ticked. */
export function FirstSteps({ me, records, readers }: Props) {
  const { t } = useTranslation('screens')
  const steps = [
    { id: 'key', done: true, to: null },
    { id: 'backup', done: me.backedUp, to: '/key' },
    { id: 'record', done: records > 0, to: null },
    { id: 'doctor', done: readers > 0, to: '/doctors' },
  ] as const
  return (
    <Panel title={t('steps.title')}>
      <ul className={css.root}>
        {steps.map(({ id, done, to }) => {
          const Shown = done ? IconCircleCheckFilled : IconCircle
          return (
            <li key={id} data-done={done || undefined}>
              <Shown size={18} stroke={1.5} aria-label={t(done ? 'steps.done' : 'steps.open')} role="img" />
              <span>{t(`steps.${id}`)}</span>
              {!done && to !== null && <Link to={to}>{t(`steps.${id as 'backup'}Link`)}</Link>}
            </li>
          )
        })}
      </ul>
      <p className={css.note}>{t('steps.note')}</p>
    </Panel>
  )
}
