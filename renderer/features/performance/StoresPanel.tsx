import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import css from './Performance.module.css'

/** On how many independent stores each record lies, and how many of them may go. */
export function StoresPanel() {
  const { t } = useTranslation('screens')
  const { data: storage } = useCall('stores.read')
  if (storage === undefined) return null
  const { here, stores, copies, neighbours } = storage
  const failing = stores.filter(({ state }) => state === 'failing').length
  const held = t('storage.held', {
    count: here.blocks,
    pieces: formatCount(here.blocks),
    size: formatBytes(here.bytes),
  })
  return (
    <Panel title={t('performance.stores.title')}>
      <p className={css.note}>
        {stores.length === 0
          ? t(neighbours === null ? 'performance.stores.alone' : 'performance.stores.nearby')
          : t('performance.stores.kept', { count: copies, of: stores.length, spare: copies - 1 })}
      </p>
      <Facts
        rows={[
          [t('storage.here'), held],
          ...stores.map(({ name, state }) => [name, t(`performance.stores.states.${state}`)] as const),
        ]}
      />
      <p className={css.source}>
        {t('performance.stores.source')}
        {failing > 0 && ` ${t('performance.stores.failing', { count: failing, of: stores.length })}`}
      </p>
    </Panel>
  )
}
