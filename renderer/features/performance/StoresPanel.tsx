import type { StoreTimes } from '../../../electron/main/domain/store.ts'
import { useCall } from '../../lib/calls.ts'
import { formatBytes, formatCount, formatDuration } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import css from './Performance.module.css'

/** On how many independent stores each record lies, and how many of them may go. */
export function StoresPanel() {
  const { t } = usePerformanceWords()
  const { data: storage } = useCall('stores.read')
  if (storage === undefined) return null
  const { here, stores, copies, neighbours } = storage
  const failing = stores.filter(({ state }) => state === 'failing').length
  const held = t('screens:storage.held', {
    count: here.blocks,
    pieces: formatCount(here.blocks),
    size: formatBytes(here.bytes),
  })
  const timed = (state: string, { fetching, storing }: StoreTimes) => (
    <>
      {state}
      {fetching !== null && within('stores.fetched', fetching)}
      {storing !== null && within('stores.stored', storing)}
    </>
  )
  const within = (
    key: 'stores.fetched' | 'stores.stored',
    { count, p50, p95 }: NonNullable<StoreTimes['fetching']>,
  ) => (
    <span className={css.times}>{t(key, { count, p50: formatDuration(p50), p95: formatDuration(p95) })}</span>
  )
  return (
    <Panel title={t('stores.title')}>
      <p className={css.note}>
        {stores.length === 0
          ? t(neighbours === null ? 'stores.alone' : 'stores.nearby')
          : t('stores.kept', { count: copies, of: stores.length, spare: copies - 1 })}
      </p>
      <Facts
        rows={[
          [t('screens:storage.here'), timed(held, here.times)],
          ...stores.map(
            ({ name, state, times }) => [name, timed(t(`stores.states.${state}`), times)] as const,
          ),
        ]}
      />
      <p className={css.source}>
        {t('stores.source')}
        {failing > 0 && ` ${t('stores.failing', { count: failing, of: stores.length })}`}
      </p>
    </Panel>
  )
}
