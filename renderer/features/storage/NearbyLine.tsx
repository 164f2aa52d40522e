import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { Status } from '../../ui/Status.tsx'
import css from './Storage.module.css'

/** The exchange with the clinic's other computers on the same network, which somebody has to want first. */
export function NearbyLine({ computers }: { readonly computers: number | null }) {
  const { t } = useTranslation('screens')
  const { data: settings } = useCall('settings.read')
  const write = useAct('settings.write')
  if (settings === undefined) return null
  const { exchangeNearby, workOffline } = settings
  return (
    <div className={css.here}>
      <div className={css.words}>
        <strong>{t('storage.nearby')}</strong>
        <span className="tiny dim">{t('storage.nearbyNote')}</span>
        {exchangeNearby && (
          <Status tone={computers === null || computers === 0 ? 'wait' : 'ok'}>
            {computers === null
              ? t(workOffline ? 'storage.nearbyPaused' : 'storage.nearbyClosed')
              : t('storage.nearbyCount', { count: computers })}
          </Status>
        )}
      </div>
      <SegmentedControl
        aria-label={t('storage.nearby')}
        value={exchangeNearby ? 'on' : 'off'}
        onChange={(value) => write.mutate({ exchangeNearby: value === 'on' })}
        data={(['off', 'on'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
      />
    </div>
  )
}
