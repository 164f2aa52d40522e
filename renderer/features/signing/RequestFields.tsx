import { useTranslation } from 'react-i18next'
import { Facts } from '../../ui/Facts.tsx'
import type { Named } from './act-sentence.ts'
import { fieldValue } from './field-value.ts'
import type { Act } from './read-request.ts'

/** Every typed field of an act, in the order in which it is signed. */
export function RequestFields({ act, named }: { readonly act: Act; readonly named: Named }) {
  const { t, i18n } = useTranslation(['signing', 'common'])
  const words = {
    yes: t('yes'),
    no: t('no'),
    noEnd: t('noEnd'),
    none: t('none'),
    folder: (folder: number) =>
      i18n.exists(`common:folders.${folder}`)
        ? t(`common:folders.${folder as 0}`)
        : t('common:folder', { folder }),
    verdict: (verdict: number) => t(`verdicts.${verdict as 1}`),
  }
  return (
    <Facts
      rows={act.fields.map(({ name, type }) => [
        t(`fields.${name as 'patient'}`),
        <span key={name} className={type.startsWith('bytes32') ? 'mono' : undefined}>
          {fieldValue(name, type, act.message[name], named, words)}
        </span>,
      ])}
    />
  )
}
