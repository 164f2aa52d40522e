import { IconCloudX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { formatTime } from '../../lib/format.ts'
import { Notice } from '../../ui/Notice.tsx'

/** The network does not answer: since when, and what still works. */
export function ChainBanner() {
  const { t } = useTranslation('common')
  const { data } = useCall('network.status')
  if (data === undefined || data.chain === 'online') return null
  return (
    <Notice tone="warn" icon={IconCloudX} live wide>
      <strong>{t(`banner.${data.chain}`)}</strong> {t('banner.since', { time: formatTime(data.since) })}{' '}
      {t('banner.works')}
    </Notice>
  )
}
