import { NumberInput, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { Panel } from '../../ui/Panel.tsx'
import { LookLines } from './LookLines.tsx'
import { SettingLine } from './SettingLine.tsx'
import { ShieldLines } from './ShieldLines.tsx'

/** How the app looks, when it locks, and what it does without a network. */
export function Preferences() {
  const { t } = useTranslation('screens')
  const { data: settings } = useCall('settings.read')
  const { data: network } = useCall('network.status')
  const write = useAct('settings.write')
  if (settings === undefined) return null
  return (
    <Panel title={t('settings.look')}>
      <LookLines />
      <ShieldLines />
      {(network?.store === 'shared' || settings.exchangeNearby) && (
        <SettingLine label={t('settings.offlineSize')} note={t('settings.offlineSizeNote')}>
          <NumberInput
            aria-label={t('settings.offlineSize')}
            w={130}
            min={1}
            max={1000}
            clampBehavior="strict"
            suffix={t('settings.gigabytes')}
            value={settings.offlineGigabytes}
            onChange={(size) => {
              if (typeof size === 'number' && size >= 1) write.mutate({ offlineGigabytes: Math.round(size) })
            }}
          />
        </SettingLine>
      )}
      <SettingLine label={t('settings.offline')} note={t('settings.offlineNote')}>
        <SegmentedControl
          aria-label={t('settings.offline')}
          value={settings.workOffline ? 'on' : 'off'}
          onChange={(value) => write.mutate({ workOffline: value === 'on' })}
          data={(['off', 'on'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        />
      </SettingLine>
    </Panel>
  )
}
