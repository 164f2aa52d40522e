import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Measurement } from '../../../electron/main/domain/measurement.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatDuration, formatMoment } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { tellMeasurement } from '../../lib/tell-measurement.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Measure.module.css'
import { MeasuredCurve } from './MeasuredCurve.tsx'
import type { View } from './shown.ts'

type Props = {
  readonly last: Measurement
  readonly view: View
  /** Measures once more. */
  readonly again: ReactNode
}

/** What the last measurement has shown: in a sentence, as a chart or a table, and as a report to keep. */
export function Measured({ last, view, again }: Props) {
  const { t } = usePerformanceWords()
  const words = useFailureWords()
  const save = useAct('performance.saveMeasurement')
  const { at, steps, storing, left } = last
  const sentence = tellMeasurement(
    last,
    (key, fill) => t(key as 'measure.nothing', fill ?? {}),
    (code) => words({ code, detail: {} }).title,
  )
  return (
    <>
      <p className={css.found} role="status">
        {sentence}
      </p>
      {steps.length > 0 && <MeasuredCurve of={last} sentence={sentence} view={view} />}
      <p className={css.aside}>
        {view === 'chart' && steps.length > 0 && `${t('measure.lines')} `}
        {storing !== null && `${t('measure.storing', { p50: formatDuration(storing.p50) })} `}
        {left > 0 && t('measure.left', { count: left })}
      </p>
      {save.error !== null && <FailureLine words={words(save.error)} />}
      {save.data?.saved === true && (
        <p role="status" className={css.aside}>
          <Status tone="ok">{t('measure.saved')}</Status>
        </p>
      )}
      <div className={css.foot}>
        <p className={css.when}>{t('measure.when', { when: formatMoment(at) })}</p>
        <div className={css.buttons}>
          {again}
          <Button
            variant="default"
            size="compact-sm"
            h={30}
            px={12}
            leftSection={<IconDownload size={15} aria-hidden="true" />}
            loading={save.isPending}
            onClick={() => save.mutate(undefined)}
          >
            {t('measure.save')}
          </Button>
        </div>
      </div>
    </>
  )
}
