import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Me } from '../../../electron/main/domain/session.ts'
import { Panel } from '../../ui/Panel.tsx'
import css from './FirstSteps.module.css'

type Step = {
  readonly id: 'key' | 'backup' | 'record' | 'reader' | 'doctor' | 'patient' | 'grant'
  readonly done: boolean
  /** Where it is done, if not on this page. */
  readonly to?: string
}
type Props = { readonly me: Me; readonly steps: readonly Step[] }

/** What a new person does first; what is done is ticked. Gone once all of it is. */
export function FirstSteps({ me, steps }: Props) {
  const { t } = useTranslation('screens')
  const all: readonly Step[] = [
    { id: 'key', done: true },
    { id: 'backup', done: me.backedUp, to: '/key' },
    ...steps,
  ]
  if (all.every(({ done }) => done)) return null
  return (
    <Panel title={t('steps.title')}>
      <ul className={css.root}>
        {all.map(({ id, done, to }) => {
          const Shown = done ? IconCircleCheckFilled : IconCircle
          return (
            <li key={id} data-done={done || undefined}>
              <Shown size={18} stroke={1.5} aria-label={t(done ? 'steps.done' : 'steps.open')} role="img" />
              <span>{t(`steps.${id}`)}</span>
              {!done && to !== undefined && <Link to={to}>{t(`steps.${id as 'backup'}Link`)}</Link>}
            </li>
          )
        })}
      </ul>
      {!me.backedUp && <p className={css.note}>{t('steps.note')}</p>}
    </Panel>
  )
}
