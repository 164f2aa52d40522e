import { usePerformanceWords } from '../../lib/performance-words.ts'
import chart from '../../ui/Chart.module.css'

/** Which line is half of the acts, and which is nearly all. The chart's own sentence says it to who can't see it. */
export function Legend() {
  const { t } = usePerformanceWords()
  return (
    <div className={chart.legend} aria-hidden="true">
      <span>
        <i /> {t('half')}
      </span>
      <span>
        <i data-second /> {t('most')}
      </span>
    </div>
  )
}
