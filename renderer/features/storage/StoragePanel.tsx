import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { CopiesLine } from './CopiesLine.tsx'
import { NearbyLine } from './NearbyLine.tsx'
import css from './Storage.module.css'
import { StoreRow } from './StoreRow.tsx'

/** Where the sealed bytes lie: on this computer, on others nearby, and on the stores that the clinic shares. */
export function StoragePanel() {
  const { t } = useTranslation('screens')
  const { data: storage } = useCall('stores.read')
  const clean = useAct('stores.clean')
  if (storage === undefined) return null
  const { here, neighbours, stores, copies, last } = storage
  return (
    <Panel title={t('storage.title')}>
      <div className={css.root}>
        <div className={css.here}>
          <div className={css.words}>
            <strong className={css.name}>{t('storage.here')}</strong>
            <span className="tiny dim">
              {t('storage.held', {
                count: here.blocks,
                pieces: formatCount(here.blocks),
                size: formatBytes(here.bytes),
              })}
            </span>
          </div>
          <Button
            size="compact-sm"
            h={30}
            px={14}
            variant="default"
            loading={clean.isPending}
            onClick={() => clean.mutate(undefined)}
          >
            {t('storage.clean')}
          </Button>
        </div>
        <NearbyLine computers={neighbours} />
        {stores.length === 0 ? (
          <p className="small soft">{t(neighbours === null ? 'storage.alone' : 'storage.aloneNearby')}</p>
        ) : (
          <>
            <ul className={css.stores}>
              {stores.map((store) => (
                <StoreRow key={store.name} store={store} />
              ))}
            </ul>
            <p className="tiny dim">{t('storage.rule', { count: copies })}</p>
            <CopiesLine last={last} />
          </>
        )}
      </div>
    </Panel>
  )
}
