import { Button } from '@mantine/core'
import { IconGauge } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../lib/calls.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Legend } from './Legend.tsx'
import { MeasureDialog } from './MeasureDialog.tsx'
import { Measured } from './Measured.tsx'
import { MeasureProgress } from './MeasureProgress.tsx'
import css from './Performance.module.css'
import type { View } from './shown.ts'

/** How many acts a second the network keeps up with, measured when an admin asks for it. */
export function MeasurePanel({ view }: { readonly view: View }) {
  const { t } = usePerformanceWords()
  const { data: state } = useCall('performance.measurement')
  const [opened, setOpened] = useState(false)
  if (state === undefined) return null
  const { progress, last, pays, plans, inUse } = state
  const begin = pays !== 'wallet' && (
    <Button
      variant="default"
      size="compact-sm"
      h={30}
      px={12}
      leftSection={<IconGauge size={16} stroke={1.7} aria-hidden="true" />}
      onClick={() => setOpened(true)}
    >
      {t(last === null ? 'measure.open' : 'measure.again')}
    </Button>
  )
  const steps = progress?.steps ?? last?.steps ?? []
  return (
    <Panel title={t('measure.title')} action={view === 'chart' && steps.length > 0 && <Legend />}>
      {progress !== null && <MeasureProgress progress={progress} view={view} />}
      {progress === null && last !== null && <Measured last={last} view={view} again={begin} />}
      {progress === null && last === null && (
        <>
          <p className={css.note}>{t(pays === 'wallet' ? 'measure.prompts' : 'measure.note')}</p>
          {begin}
        </>
      )}
      {opened && <MeasureDialog plans={plans} inUse={inUse} onClose={() => setOpened(false)} />}
    </Panel>
  )
}
