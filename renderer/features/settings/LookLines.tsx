import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { SettingLine } from './SettingLine.tsx'

const APPEARANCES = ['system', 'light', 'dark'] as const
const SIZES = ['0.9', '1', '1.15', '1.3', '1.6', '2'] as const

/** Colours and size of the text, seen at once. */
export function LookLines() {
  const { t } = useTranslation('screens')
  const { data: settings } = useCall('settings.read')
  const write = useAct('settings.write')
  if (settings === undefined) return null
  return (
    <>
      <SettingLine label={t('settings.appearance')}>
        <SegmentedControl
          aria-label={t('settings.appearance')}
          value={settings.appearance}
          onChange={(appearance) => write.mutate({ appearance })}
          data={APPEARANCES.map((value) => ({ value, label: t(`settings.appearances.${value}`) }))}
        />
      </SettingLine>
      <SettingLine label={t('settings.textSize')}>
        <SegmentedControl
          aria-label={t('settings.textSize')}
          value={String(settings.textSize)}
          onChange={(size) => write.mutate({ textSize: Number(size) })}
          data={SIZES.map((value) => ({
            value,
            label: t('settings.percent', { percent: Math.round(Number(value) * 100) }),
          }))}
        />
      </SettingLine>
    </>
  )
}
