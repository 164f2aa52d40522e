import { IconCloudOff, IconCloudX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { formatTime } from '../../lib/format.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextButton } from '../../ui/TextButton.tsx'

/** The network does not answer: since when, and what still works. */
export function ChainBanner() {
  const { t } = useTranslation('common')
  const { data } = useCall('network.status')
  const { data: settings } = useCall('settings.read')
  const write = useAct('settings.write')
  if (data === undefined) return null
  if (settings?.workOffline === true) {
    return (
      <Notice
        tone="info"
        icon={IconCloudOff}
        live
        wide
        action={
          <TextButton onClick={() => write.mutate({ workOffline: false })}>{t('banner.goOnline')}</TextButton>
        }
      >
        <strong>{t('banner.offline')}</strong> {t('banner.works')}
      </Notice>
    )
  }
  if (data.witness === 'differs') {
    return (
      <Notice tone="bad" live wide>
        <strong>{t('banner.disputed')}</strong> {t('banner.disputedNote')}
      </Notice>
    )
  }
  if (data.chain === 'online') return null
  return (
    <Notice tone="warn" icon={IconCloudX} live wide>
      <strong>{t(`banner.${data.chain}`)}</strong> {t('banner.since', { time: formatTime(data.since) })}{' '}
      {t('banner.works')}
    </Notice>
  )
}
