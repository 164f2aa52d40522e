import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import css from './NetworkDot.module.css'

/** Whether the clinic's network answers: a dot and the word. */
export function NetworkDot({ named = false }: { readonly named?: boolean }) {
  const { t } = useTranslation('common')
  const { data } = useCall('network.status')
  if (data === undefined) return null
  return (
    <span className={css.root} data-state={data.chain}>
      <i aria-hidden="true" />
      {named
        ? t('network.named', { name: data.name, state: t(`network.${data.chain}`) })
        : t(`network.${data.chain}`)}
    </span>
  )
}
