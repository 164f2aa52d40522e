import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalWallet } from '../../../electron/main/domain/local-wallet.ts'
import { NetworkLine } from '../../features/network/NetworkLine.tsx'
import { BringWallet } from '../../features/session/BringWallet.tsx'
import { MakeWallet } from '../../features/session/MakeWallet.tsx'
import { SaveWallet } from '../../features/session/SaveWallet.tsx'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { Wordmark } from '../../ui/Wordmark.tsx'
import css from './Onboarding.module.css'

/** How a wallet comes to this computer, or what it still lacks. */
export type Coming = 'make' | 'bring' | LocalWallet
type Props = { readonly start: Coming; readonly onEnd: () => void }

/** A wallet for this computer: made or brought, and saved before it is used. */
export function NewWallet({ start, onEnd }: Props) {
  const { t } = useTranslation('screens')
  const [now, setNow] = useState(start)
  return (
    <div className={css.root}>
      <header className={css.bar}>
        <Wordmark />
        <TextButton onClick={onEnd}>{t('wallets.back')}</TextButton>
      </header>
      <main className={css.main}>
        {now === 'make' && (
          <>
            <Heading step="make" />
            <MakeWallet onMade={setNow} />
          </>
        )}
        {now === 'bring' && (
          <>
            <Heading step="bring" />
            <BringWallet onBrought={onEnd} />
          </>
        )}
        {typeof now === 'object' && (
          <>
            <Heading step="save" />
            <SaveWallet wallet={now} onDone={onEnd} />
          </>
        )}
      </main>
      <footer className={css.foot}>
        <NetworkLine />
      </footer>
    </div>
  )
}

function Heading({ step }: { readonly step: 'make' | 'bring' | 'save' }) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t(`wallets.${step}Title`))
  return (
    <div className={css.head}>
      <h1 ref={heading} tabIndex={-1}>
        {t(`wallets.${step}Title`)}
      </h1>
      <p className="soft">{t(`wallets.${step}Note`)}</p>
    </div>
  )
}
