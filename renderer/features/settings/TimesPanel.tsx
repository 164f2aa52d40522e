import { useCall } from '../../lib/calls.ts'
import { formatDuration } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { Panel } from '../../ui/Panel.tsx'
import css from './Settings.module.css'

/** How long things take on this computer, in a sentence each. */
export function TimesPanel() {
  const { t } = usePerformanceWords()
  const { data: acts } = useCall('performance.short')
  if (acts === undefined || acts.length === 0) return null
  return (
    <Panel title={t('short')}>
      <ul className={css.times}>
        {acts.map(({ act, done, times }) => (
          <li key={act}>
            {t('sentence', {
              act: t(`acts.${act}`),
              count: done,
              p50: formatDuration(times.p50),
              p95: formatDuration(times.p95),
            })}
          </li>
        ))}
      </ul>
      <p className="tiny dim">
        {t('hereNote')} {t('timeNote')}
      </p>
    </Panel>
  )
}
