import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/ipc/inputs.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import css from './Settings.module.css'

/** What is proposed for each place. */
const PROPOSED: Record<Settings['place'], Pick<Settings, 'lockAfterMinutes' | 'discreet'>> = {
  own: { lockAfterMinutes: 10, discreet: false },
  desk: { lockAfterMinutes: 5, discreet: true },
  practice: { lockAfterMinutes: 3, discreet: false },
}
const PLACES = Object.keys(PROPOSED) as Settings['place'][]

/** Whose computer this is, from which follows how soon it locks and whether names are shown. */
export function PlaceChoice({ label }: { readonly label: string }) {
  const { t } = useTranslation('screens')
  const { data: settings } = useCall('settings.read')
  const write = useAct('settings.write')
  if (settings === undefined) return null
  return (
    <Radio.Group
      aria-label={label}
      value={settings.place}
      onChange={(value) => {
        const place = value as Settings['place']
        write.mutate({ place, ...PROPOSED[place] })
      }}
    >
      <div className={css.form}>
        {PLACES.map((place) => (
          <Radio
            key={place}
            value={place}
            label={t(`firstRun.place.${place}`)}
            description={t(`firstRun.place.${place}Note`)}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
