import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { formatDuration } from '../../lib/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import css from './Settings.module.css'

/** How long things take on this computer, in a sentence each. */
export function TimesPanel() {
  const { t } = useTranslation('screens')
  const { data: acts } = useCall('performance.short')
  if (acts === undefined || acts.length === 0) return null
  return (
    <Panel title={t('performance.short')}>
      <ul className={css.times}>
        {acts.map(({ act, done, times }) => (
          <li key={act}>
            {t('performance.sentence', {
              act: t(`performance.acts.${act}`),
              count: done,
              p50: formatDuration(times.p50),
              p95: formatDuration(times.p95),
            })}
          </li>
        ))}
      </ul>
      <p className="tiny dim">
        {t('performance.hereNote')} {t('performance.timeNote')}
      </p>
    </Panel>
  )
}
