import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import css from './NetworkDot.module.css'

/** Whether the clinic's network answers, or nobody asks it: a dot and the word. */
export function NetworkDot({ named = false }: { readonly named?: boolean }) {
  const { t } = useTranslation('common')
  const { data } = useCall('network.status')
  const { data: settings } = useCall('settings.read')
  if (data === undefined) return null
  const state = settings?.workOffline === true ? 'offline' : data.chain
  return (
    <span className={css.root} data-state={state}>
      <i aria-hidden="true" />
      {named ? t('network.named', { name: data.name, state: t(`network.${state}`) }) : t(`network.${state}`)}
    </span>
  )
}
