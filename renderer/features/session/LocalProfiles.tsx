import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { LocalProfile } from '../../../electron/main/domain/session.ts'
import { useCall } from '../../lib/calls.ts'
import { formatAgo, initialsOf, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { PersonPicture } from '../../ui/PersonPicture.tsx'
import css from './LocalProfiles.module.css'

const UnlockDialog = lazy(() =>
  import('./UnlockDialog.tsx').then(({ UnlockDialog: Dialog }) => ({ default: Dialog })),
)

/** People whose keys are on this computer. */
export function LocalProfiles() {
  const { t } = useTranslation(['screens', 'common'])
  const { data: profiles } = useCall('profiles.list')
  const names = useNames()
  const nameOf = ({ name, address }: LocalProfile): string | null => name ?? names.invented(address)
  const [chosen, setChosen] = useState<Address | null>(null)
  // One that is put away meanwhile is not asked for any more.
  const unlocking = profiles?.find(({ address }) => address === chosen)
  return (
    <section aria-labelledby="here">
      <h2 className={css.heading} id="here">
        {t('connect.here')}
      </h2>
      <div className={css.box}>
        {profiles?.length === 0 && (
          <p className={css.none}>
            <strong>{t('connect.nobody')}</strong>
            <span className="small soft">{t('connect.nobodyNote')}</span>
          </p>
        )}
        <ul>
          {profiles?.map((profile) => (
            <li key={profile.address} className={css.row}>
              <PersonPicture picture={null} initials={initialsOf(nameOf(profile) ?? '?')} />
              <span className={css.words}>
                <strong>{nameOf(profile) ?? t('connect.unnamed')}</strong>
                <span className={css.who}>
                  {profile.roles.map((role) => t(`common:roles.${role}`)).join(', ')}
                  <span className="mono">{shortAddress(profile.address)}</span>
                </span>
              </span>
              <span className="tiny dim">{formatAgo(Date.parse(profile.openedAt) / 1000)}</span>
              <Button
                size="compact-sm"
                h={30}
                px={14}
                variant="default"
                onClick={() => setChosen(profile.address)}
                aria-label={t('connect.unlock', { name: nameOf(profile) ?? shortAddress(profile.address) })}
              >
                {t('unlock.unlock')}
              </Button>
            </li>
          ))}
        </ul>
        <p className={css.row}>
          <IconLifebuoy size={20} stroke={1.5} aria-hidden="true" />
          <span className={css.words}>
            <strong>{t('connect.elsewhere')}</strong>
            <span className="tiny dim">{t('connect.elsewhereNote')}</span>
          </span>
        </p>
      </div>
      <Suspense fallback={null}>
        {unlocking !== undefined && <UnlockDialog profile={unlocking} onClose={() => setChosen(null)} />}
      </Suspense>
    </section>
  )
}
