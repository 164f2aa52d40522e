import { IconArrowBackUp } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { NetworkLine } from '../../features/network/NetworkLine.tsx'
import { ComputerWallets } from '../../features/session/ComputerWallets.tsx'
import { DemoPeople } from '../../features/session/DemoPeople.tsx'
import { LocalProfiles } from '../../features/session/LocalProfiles.tsx'
import { useAnswered, useCall } from '../../lib/calls.ts'
import { usePhones } from '../../lib/wallets.ts'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { RowsLoading } from '../../ui/RowsLoading.tsx'
import { Blank, Sentence } from '../../ui/Sentence.tsx'
import { Status } from '../../ui/Status.tsx'
import { Thread, ThreadItem } from '../../ui/Thread.tsx'
import { Wordmark } from '../../ui/Wordmark.tsx'
import css from './Connect.module.css'
import type { Coming } from './NewWallet.tsx'

const ByPhone = lazy(() => import('./ByPhone.tsx').then(({ ByPhone: Way }) => ({ default: Way })))
const NewWallet = lazy(() => import('./NewWallet.tsx').then(({ NewWallet: Page }) => ({ default: Page })))

/** The first page, and the one from which a wallet comes to this computer. */
export function Connect() {
  const [coming, setComing] = useState<Coming | null>(null)
  if (coming === null) return <Ways onNewWallet={setComing} />
  return <NewWallet start={coming} onEnd={() => setComing(null)} />
}

/** What this is for, and how one comes in. */
function Ways({ onNewWallet }: { readonly onNewWallet: (coming: Coming) => void }) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t('connect.title'))
  const { data: about } = useCall('app.about')
  const { network } = usePhones()
  const profiles = useCall('profiles.list')
  // Kept from before, it may lack who has come in since: they would stand among the invented people for a moment.
  const isOld = profiles.isFetching && !profiles.isFetchedAfterMount
  const known = useAnswered(profiles, useCall('wallets.list'), useCall('demo.people')) && !isOld
  return (
    <div className={css.root}>
      <section className={css.hero} aria-label={t('connect.about')}>
        <Wordmark />
        <div className={css.promise}>
          <Sentence size="hero">
            <Trans t={t} i18nKey="connect.sentence" components={{ b: <Blank /> }} />
          </Sentence>
          <div className={css.signed}>
            <Status tone="ok">{t('connect.signed')}</Status>
            <Status tone="wait" icon={IconArrowBackUp}>
              {t('connect.undo')}
            </Status>
          </div>
        </div>
        <Thread>
          {(['open', 'written', 'back'] as const).map((promise) => (
            <ThreadItem key={promise}>
              <strong>{t(`connect.promises.${promise}`)}</strong>
              <p className="small soft">{t(`connect.promises.${promise}Note`)}</p>
            </ThreadItem>
          ))}
        </Thread>
      </section>
      <main className={css.ways}>
        <h1 ref={heading} tabIndex={-1}>
          {t('connect.title')}
        </h1>
        <Suspense fallback={null}>
          {known ? (
            <>
              {network !== null && <ByPhone network={network} />}
              <LocalProfiles />
              <ComputerWallets
                onMake={() => onNewWallet('make')}
                onBring={() => onNewWallet('bring')}
                onUnsaved={onNewWallet}
              />
              <DemoPeople />
            </>
          ) : (
            <RowsLoading label={t('connect.looking')} rows={1} />
          )}
        </Suspense>
      </main>
      <footer className={css.foot}>
        <NetworkLine />
        <span className={css.version}>{about && t('connect.version', { version: about.version })}</span>
      </footer>
    </div>
  )
}
