import type { NetworkReading } from '../../../electron/main/domain/performance.ts'
import { formatAgo, formatCount, formatPercent, formatRough } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import css from './Performance.module.css'

/** What the clinic's node tells of its network. What it does not tell is said so. */
export function NetworkPanel({ reading }: { readonly reading: NetworkReading }) {
  const { t } = usePerformanceWords()
  const untold = <span className="dim">{t('network.untold')}</span>
  const told = <T,>(value: T | null, say: (value: T) => string) => (value === null ? untold : say(value))
  const rate = (value: number): string => t('network.perSecond', { value: formatRough(value) })
  const blocks = (count: number): string => t('network.blocks', { count })
  const { blockTime, client } = reading
  return (
    <Panel title={t('network.title')}>
      <p className={css.note}>{t('network.note', { count: reading.blocks })}</p>
      <Facts
        rows={[
          [t('network.kind'), t(`network.kinds.${reading.consensus}`)],
          [t('network.client'), told(client, (name) => name.split('/').slice(0, 2).join(' '))],
          [
            t('network.block'),
            t('network.blockValue', {
              block: formatCount(reading.block),
              ago: formatAgo(reading.blockAt),
            }),
          ],
          [
            t('network.blockTime'),
            told(blockTime, ({ mean, spread, longest }) =>
              t('network.blockTimeValue', {
                mean: formatRough(mean),
                spread: formatRough(spread),
                longest: formatRough(longest),
              }),
            ),
          ],
          [t('network.transactions'), told(reading.transactionsPerSecond, rate)],
          [t('network.gas'), told(reading.gasPerSecond, rate)],
          [t('network.gasUse'), told(reading.gasUse, formatPercent)],
          [t('network.baseFee'), told(reading.baseFee, (fee) => `${formatRough(Number(fee) / 1e9)} gwei`)],
          [t('network.pending'), told(reading.pending, formatCount)],
          [t('network.final'), told(reading.finalLag, blocks)],
          [t('network.safe'), told(reading.safeLag, blocks)],
          [t('network.peers'), told(reading.peers, formatCount)],
          [t('network.replaced'), t('network.replacedValue', { count: reading.replaced })],
        ]}
      />
    </Panel>
  )
}
