import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../electron/main/domain/session.ts'
import { NetworkLine } from '../../features/network/NetworkLine.tsx'
import { CreateKey } from '../../features/session/CreateKey.tsx'
import { PublishKey } from '../../features/session/PublishKey.tsx'
import { RestoreKey } from '../../features/session/RestoreKey.tsx'
import { Unregistered } from '../../features/session/Unregistered.tsx'
import { useAct } from '../../lib/calls.ts'
import { useWallets } from '../../lib/wallets.ts'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { Wordmark } from '../../ui/Wordmark.tsx'
import css from './Onboarding.module.css'

export type Stage = Exclude<SessionState['stage'], 'no-clinic' | 'signed-out' | 'locked' | 'open'>
type Props = { readonly state: Extract<SessionState, { stage: Stage }> }

/** From a connected wallet to an open vault, one step a page. */
export function Onboarding({ state }: Props) {
  const { t } = useTranslation('screens')
  const signOut = useAct('session.signOut')
  const wallets = useWallets()
  const leave = async (): Promise<void> => {
    await wallets.disconnect()
    signOut.mutate(undefined)
  }
  return (
    <div className={css.root}>
      <header className={css.bar}>
        <Wordmark />
        <TextButton onClick={() => void leave()}>{t('onboarding.leave')}</TextButton>
      </header>
      <main className={css.main}>
        <Heading stage={state.stage} key={state.stage} />
        <Step state={state} />
      </main>
      <footer className={css.foot}>
        <NetworkLine />
      </footer>
    </div>
  )
}

const STEPS: Partial<Record<Stage, number>> = { 'needs-key': 1, 'needs-publish': 2 }

function Heading({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t(`onboarding.${stage}.title`))
  const step = STEPS[stage]
  return (
    <div className={css.head}>
      {step !== undefined && <p className="small dim">{t('onboarding.step', { step, of: 2 })}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {t(`onboarding.${stage}.title`)}
      </h1>
      <p className="soft">{t(`onboarding.${stage}.note`)}</p>
    </div>
  )
}

function Step({ state }: Props) {
  switch (state.stage) {
    case 'unregistered':
      return <Unregistered address={state.address} />
    case 'needs-key':
      return <CreateKey />
    case 'needs-publish':
      return <PublishKey card={state.key} address={state.address} />
    case 'needs-restore':
      return <RestoreKey />
  }
}
