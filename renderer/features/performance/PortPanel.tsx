import { NumberInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import css from './Performance.module.css'

/** Where exporters of Prometheus are found most often. */
const USUAL = 9464

/** The same figures for programs of this computer, once somebody opens a port for them. */
export function PortPanel() {
  const { t } = usePerformanceWords()
  const words = useFailureWords()
  const { data: settings } = useCall('settings.read')
  const { data: state } = useCall('performance.port')
  const write = useAct('settings.write')
  const [port, setPort] = useState<number | string>(USUAL)
  if (settings === undefined || state === undefined) return null
  const wanted = settings.figuresPort
  const page = `http://127.0.0.1:${state.open}/metrics`
  return (
    <Panel title={t('port.title')}>
      <p className={css.note}>{t('port.note')}</p>
      <div className={css.port}>
        <NumberInput
          aria-label={t('port.number')}
          w={110}
          min={1024}
          max={65_535}
          clampBehavior="strict"
          hideControls
          value={wanted ?? port}
          onChange={setPort}
          disabled={wanted !== null}
        />
        <SegmentedControl
          aria-label={t('port.title')}
          value={wanted === null ? 'off' : 'on'}
          onChange={(value) => write.mutate({ figuresPort: value === 'on' ? Number(port) || USUAL : null })}
          data={(['off', 'on'] as const).map((value) => ({ value, label: t(`screens:settings.${value}`) }))}
        />
      </div>
      {wanted !== null && state.open !== null && (
        <p className={css.address}>
          <span className="mono">{page}</span>
          <CopyText text={page} label={t('port.copy')} done={t('common:copied')} />
        </p>
      )}
      {wanted !== null && state.failure !== null && (
        <FailureLine words={words({ code: state.failure, detail: { port: wanted } })} />
      )}
    </Panel>
  )
}
