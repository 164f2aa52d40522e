import type { Performance } from '../../../electron/main/domain/performance.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatCount } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { Panel } from '../../ui/Panel.tsx'
import css from './Performance.module.css'

/** What went wrong, by code, most frequent first. */
export function FailuresPanel({ failures }: Pick<Performance, 'failures'>) {
  const { t } = usePerformanceWords()
  const words = useFailureWords()
  return (
    <Panel title={t('failures')}>
      {failures.length === 0 ? (
        <p className={css.note}>{t('failuresNone')}</p>
      ) : (
        <dl className={css.lines}>
          {failures.map(({ act, code, count }) => (
            <div key={`${act} ${code}`}>
              <dt title={code}>
                {t(`acts.${act}`)}: {words({ code, detail: {} }).title}
              </dt>
              <dd>{formatCount(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}
