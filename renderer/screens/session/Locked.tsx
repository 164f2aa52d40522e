import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../electron/main/domain/session.ts'
import { NetworkDot } from '../../features/network/NetworkDot.tsx'
import { UnlockForm } from '../../features/session/UnlockForm.tsx'
import { useAct, useCall } from '../../lib/calls.ts'
import { Logo } from '../../ui/Logo.tsx'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Locked.module.css'

type Props = { readonly state: Extract<SessionState, { stage: 'locked' }> }

/** The whole window. No names are shown while nobody has proved who they are. */
export function Locked({ state }: Props) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t('locked.title'))
  const { data: settings } = useCall('settings.read')
  const signOut = useAct('session.signOut')
  return (
    <div className={css.root}>
      <main className={css.main}>
        <div className={css.box}>
          <div className={css.head}>
            <Logo size={36} />
            <h1 ref={heading} tabIndex={-1}>
              {t('locked.title')}
            </h1>
          </div>
          <p className="soft">
            {t(`locked.reason.${state.reason}`, { count: settings?.lockAfterMinutes ?? 0 })}{' '}
            {t('locked.work')}
          </p>
          <UnlockForm address={state.address} />
          <div className={css.links}>
            <TextButton onClick={() => signOut.mutate(undefined)}>{t('locked.other')}</TextButton>
          </div>
        </div>
      </main>
      <footer className={css.foot}>
        <NetworkDot />
        <span>{t('locked.names')}</span>
      </footer>
    </div>
  )
}
