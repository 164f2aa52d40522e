import { useTranslation } from 'react-i18next'
import type { NetworkReading } from '../../../electron/main/domain/performance.ts'
import { formatAgo, formatCount, formatPercent, formatRough } from '../../lib/format.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import css from './Performance.module.css'

/** What the clinic's node tells of its network. What it does not tell is said so. */
export function NetworkPanel({ reading }: { readonly reading: NetworkReading }) {
  const { t } = useTranslation('screens')
  const untold = <span className="dim">{t('performance.network.untold')}</span>
  const told = <T,>(value: T | null, say: (value: T) => string) => (value === null ? untold : say(value))
  const rate = (value: number): string => t('performance.network.perSecond', { value: formatRough(value) })
  const blocks = (count: number): string => t('performance.network.blocks', { count })
  const { blockTime, client } = reading
  return (
    <Panel title={t('performance.network.title')}>
      <p className={css.note}>{t('performance.network.note', { count: reading.blocks })}</p>
      <Facts
        rows={[
          [t('performance.network.kind'), t(`performance.network.kinds.${reading.consensus}`)],
          [t('performance.network.client'), told(client, (name) => name.split('/').slice(0, 2).join(' '))],
          [
            t('performance.network.block'),
            t('performance.network.blockValue', {
              block: formatCount(reading.block),
              ago: formatAgo(reading.blockAt),
            }),
          ],
          [
            t('performance.network.blockTime'),
            told(blockTime, ({ mean, spread, longest }) =>
              t('performance.network.blockTimeValue', {
                mean: formatRough(mean),
                spread: formatRough(spread),
                longest: formatRough(longest),
              }),
            ),
          ],
          [t('performance.network.transactions'), told(reading.transactionsPerSecond, rate)],
          [t('performance.network.gas'), told(reading.gasPerSecond, rate)],
          [t('performance.network.gasUse'), told(reading.gasUse, formatPercent)],
          [
            t('performance.network.baseFee'),
            told(reading.baseFee, (fee) => `${formatRough(Number(fee) / 1e9)} gwei`),
          ],
          [t('performance.network.pending'), told(reading.pending, formatCount)],
          [t('performance.network.final'), told(reading.finalLag, blocks)],
          [t('performance.network.safe'), told(reading.safeLag, blocks)],
          [t('performance.network.peers'), told(reading.peers, formatCount)],
          [
            t('performance.network.replaced'),
            t('performance.network.replacedValue', { count: reading.replaced }),
          ],
        ]}
      />
    </Panel>
  )
}
