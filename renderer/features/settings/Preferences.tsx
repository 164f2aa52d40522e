import { NumberInput, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { Panel } from '../../ui/Panel.tsx'
import css from './Settings.module.css'

const SIZES = ['0.9', '1', '1.15', '1.3', '1.6', '2'] as const

/** How the app looks, and when it locks. */
export function Preferences() {
  const { t } = useTranslation('screens')
  const { data: settings } = useCall('settings.read')
  const { data: network } = useCall('network.status')
  const write = useAct('settings.write')
  if (settings === undefined) return null
  return (
    <Panel title={t('settings.look')}>
      <Line label={t('settings.appearance')}>
        <SegmentedControl
          aria-label={t('settings.appearance')}
          value={settings.appearance}
          onChange={(appearance) => write.mutate({ appearance })}
          data={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`settings.appearances.${value}`),
          }))}
        />
      </Line>
      <Line label={t('settings.textSize')}>
        <SegmentedControl
          aria-label={t('settings.textSize')}
          value={String(settings.textSize)}
          onChange={(size) => write.mutate({ textSize: Number(size) })}
          data={SIZES.map((value) => ({
            value,
            label: t('settings.percent', { percent: Math.round(Number(value) * 100) }),
          }))}
        />
      </Line>
      <Line label={t('settings.lockAfter')} note={t('settings.lockNote')}>
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
      </Line>
      <Line label={t('settings.discreet')} note={t('settings.discreetNote')}>
        <SegmentedControl
          aria-label={t('settings.discreet')}
          value={settings.discreet ? 'on' : 'off'}
          onChange={(value) => write.mutate({ discreet: value === 'on' })}
          data={(['off', 'on'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        />
      </Line>
      {(network?.store === 'shared' || settings.exchangeNearby) && (
        <Line label={t('settings.offlineSize')} note={t('settings.offlineSizeNote')}>
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
        </Line>
      )}
      <Line label={t('settings.offline')} note={t('settings.offlineNote')}>
        <SegmentedControl
          aria-label={t('settings.offline')}
          value={settings.workOffline ? 'on' : 'off'}
          onChange={(value) => write.mutate({ workOffline: value === 'on' })}
          data={(['off', 'on'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        />
      </Line>
    </Panel>
  )
}

function Line({
  label,
  note,
  children,
}: {
  readonly label: string
  readonly note?: string
  readonly children: ReactNode
}) {
  return (
    <div className={css.line}>
      <div>
        <p className={css.label}>{label}</p>
        {note !== undefined && <p className="tiny dim">{note}</p>}
      </div>
      {children}
    </div>
  )
}
