import { Button } from '@mantine/core'
import type { MeasureProgress as Progress } from '../../../electron/main/domain/measurement.ts'
import { useAct } from '../../lib/calls.ts'
import { formatCount } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { Bar } from '../../ui/Bar.tsx'
import css from './Measure.module.css'
import { MeasuredCurve } from './MeasuredCurve.tsx'
import type { View } from './shown.ts'

type Props = { readonly progress: Progress; readonly view: View }

/** How far a measurement is, and what the rates before have shown. */
export function MeasureProgress({ progress, view }: Props) {
  const { t } = usePerformanceWords()
  const stop = useAct('performance.stopMeasuring')
  const { doing, rate, done, of, steps } = progress
  const fill = { rate: t('measure.rate', { count: rate }), done: formatCount(done), of: formatCount(of) }
  return (
    <>
      <div className={css.progress}>
        <div className={css.line}>
          <p className="small">{t(`measure.${doing}`, fill)}</p>
          <Button
            variant="default"
            size="compact-sm"
            h={30}
            px={12}
            title={t('measure.stopNote')}
            disabled={doing === 'tidying'}
            loading={stop.isPending || (stop.isSuccess && doing !== 'tidying')}
            onClick={() => stop.mutate(undefined)}
          >
            {t('measure.stop')}
          </Button>
        </div>
        <Bar label={t('measure.title')} done={done} total={of} />
      </div>
      {steps.length > 0 && (
        <MeasuredCurve
          of={{ steps, knee: null, ended: null }}
          sentence={t(`measure.${doing}`, fill)}
          view={view}
        />
      )}
    </>
  )
}
