import { NumberInput, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { SettingLine } from './SettingLine.tsx'

/** What keeps others from reading along: when the app locks, and whether names stand on the screen. */
export function ShieldLines() {
  const { t } = useTranslation('screens')
  const { data: settings } = useCall('settings.read')
  const write = useAct('settings.write')
  if (settings === undefined) return null
  return (
    <>
      <SettingLine label={t('settings.lockAfter')} note={t('settings.lockNote')}>
        <NumberInput
          aria-label={t('settings.lockAfter')}
          w={130}
          min={1}
          max={120}
          clampBehavior="strict"
          suffix={t('settings.minutes')}
          value={settings.lockAfterMinutes}
          onChange={(minutes) => {
            if (typeof minutes === 'number' && minutes >= 1)
              write.mutate({ lockAfterMinutes: Math.round(minutes) })
          }}
        />
      </SettingLine>
      <SettingLine label={t('settings.discreet')} note={t('settings.discreetNote')}>
        <SegmentedControl
          aria-label={t('settings.discreet')}
          value={settings.discreet ? 'on' : 'off'}
          onChange={(value) => write.mutate({ discreet: value === 'on' })}
          data={(['off', 'on'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        />
      </SettingLine>
    </>
  )
}
