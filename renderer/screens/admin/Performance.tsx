import { Button, SegmentedControl } from '@mantine/core'
import { IconChartLine, IconDownload, IconTable } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { SpanName, TimedAct } from '../../../electron/main/domain/performance.ts'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { LoadingPanel } from '../../features/loaded/LoadingPanel.tsx'
import { ActsPanel } from '../../features/performance/ActsPanel.tsx'
import { AttackPanel } from '../../features/performance/AttackPanel.tsx'
import { CountPanel } from '../../features/performance/CountPanel.tsx'
import { FailuresPanel } from '../../features/performance/FailuresPanel.tsx'
import { MeasurePanel } from '../../features/performance/MeasurePanel.tsx'
import { NetworkPanel } from '../../features/performance/NetworkPanel.tsx'
import css from '../../features/performance/Performance.module.css'
import { PortPanel } from '../../features/performance/PortPanel.tsx'
import { SpreadPanel } from '../../features/performance/SpreadPanel.tsx'
import { StoresPanel } from '../../features/performance/StoresPanel.tsx'
import type { View } from '../../features/performance/shown.ts'
import { TimePanel } from '../../features/performance/TimePanel.tsx'
import { useAct, useAnswered, useCall, useLiveCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatDuration } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { usePlace } from '../../lib/place.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Page } from '../../ui/Page.tsx'
import { NOTE_TO_COME, PageHead } from '../../ui/PageHead.tsx'
import { Rail, Stack } from '../../ui/Rail.tsx'
import { Status } from '../../ui/Status.tsx'

const LOOK_EVERY_MS = 5_000
const SPANS: readonly SpanName[] = ['hour', 'day', 'quarter']

/** How long acts take on this computer, what the network is like, and what it withstands: measured, or said to be unknown. */
export function Performance() {
  const { t } = usePerformanceWords()
  const words = useFailureWords()
  const [span, setSpan] = useState<SpanName>('day')
  const [view, setView] = useState<View>('chart')
  const [act, setAct] = useState<TimedAct | null>(null)
  const acts = useLiveCall('performance.acts', LOOK_EVERY_MS, { span, act })
  const network = useLiveCall('performance.network', LOOK_EVERY_MS)
  const panels = [useCall('stores.read'), useCall('performance.port'), useCall('performance.measurement')]
  const known = useAnswered(acts, network, ...panels)
  const save = useAct('performance.saveCsv')
  usePlace([{ label: t('common:nav.performance') }])
  return (
    <Page>
      <PageHead
        title={t('title')}
        note={sentence()}
        actions={
          <>
            <SegmentedControl
              aria-label={t('span')}
              value={span}
              onChange={(value) => setSpan(value as SpanName)}
              data={SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
            />
            <SegmentedControl
              aria-label={t('view')}
              value={view}
              onChange={(value) => setView(value as View)}
              data={[
                {
                  value: 'chart',
                  label: labelled(<IconChartLine size={15} aria-hidden="true" />, t('chart')),
                },
                {
                  value: 'table',
                  label: labelled(<IconTable size={15} aria-hidden="true" />, t('table')),
                },
              ]}
            />
            <Button
              variant="default"
              size="compact-sm"
              h={30}
              px={12}
              leftSection={<IconDownload size={15} aria-hidden="true" />}
              aria-label={t('csvLabel')}
              loading={save.isPending}
              onClick={() => save.mutate(undefined)}
            >
              {t('csv')}
            </Button>
          </>
        }
      />
      <Stack>
        {save.error !== null && <FailureLine words={words(save.error)} />}
        {save.data?.saved === true && (
          <p role="status">
            <Status tone="ok">{t('saved')}</Status>
          </p>
        )}
        {known ? (
          <Rail
            rail={
              <>
                <Loaded of={network}>
                  {({ reading, resistance }) => (
                    <>
                      <NetworkPanel reading={reading} />
                      <AttackPanel resistance={resistance} />
                    </>
                  )}
                </Loaded>
                <StoresPanel />
                <PortPanel />
              </>
            }
          >
            <Loaded of={acts}>
              {(performance) => (
                <>
                  <TimePanel performance={performance} span={span} view={view} onAct={setAct} />
                  <div className={css.pair}>
                    <CountPanel performance={performance} span={span} view={view} />
                    <SpreadPanel performance={performance} view={view} />
                  </div>
                  <FailuresPanel failures={performance.failures} />
                  <ActsPanel acts={performance.acts} />
                </>
              )}
            </Loaded>
            <MeasurePanel view={view} />
          </Rail>
        ) : (
          <LoadingPanel />
        )}
      </Stack>
    </Page>
  )

  function sentence(): string {
    const of = acts.data?.acts.find((each) => each.act === acts.data?.of)
    if (of === undefined || of.times === null) return acts.data === undefined ? NOTE_TO_COME : t('nothing')
    return t('sentence', {
      act: t(`acts.${of.act}`),
      count: of.done,
      p50: formatDuration(of.times.p50),
      p95: formatDuration(of.times.p95),
    })
  }
}

const labelled = (icon: ReactNode, label: string) => (
  <span className={css.choice}>
    {icon}
    {label}
  </span>
)
