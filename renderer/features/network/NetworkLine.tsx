import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { formatAgo } from '../../lib/format.ts'
import { NetworkDot } from './NetworkDot.tsx'

/** The bottom line of the first page: whose network, how fresh, and where files are kept. */
export function NetworkLine() {
  const { t } = useTranslation('common')
  const { data } = useCall('network.status')
  return (
    <>
      <NetworkDot named />
      {data?.lastBlockAt != null && (
        <span>{t('network.lastEntry', { ago: formatAgo(data.lastBlockAt) })}</span>
      )}
      <span>{t(data?.store === 'shared' ? 'network.shared' : 'network.storage')}</span>
    </>
  )
}
