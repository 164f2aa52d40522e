import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../electron/main/domain/session.ts'
import { NetworkLine } from '../../features/network/NetworkLine.tsx'
import { ChooseAccount } from '../../features/session/ChooseAccount.tsx'
import { CreateKey } from '../../features/session/CreateKey.tsx'
import { PublishKey } from '../../features/session/PublishKey.tsx'
import { RestoreKey } from '../../features/session/RestoreKey.tsx'
import { Unregistered } from '../../features/session/Unregistered.tsx'
import { WithoutBackup } from '../../features/session/WithoutBackup.tsx'
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
  const [without, setWithout] = useState(false)
  const page = pageOf(state, without)
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
        <Heading page={page} key={page} />
        {page === 'without-backup' ? (
          <WithoutBackup onBack={() => setWithout(false)} />
        ) : (
          <Step state={state} onWithout={() => setWithout(true)} />
        )}
      </main>
      <footer className={css.foot}>
        <NetworkLine />
      </footer>
    </div>
  )
}

type Page = Stage | 'without-backup' | 'publish-new'

/** What a page is about. */
function pageOf(state: Props['state'], without: boolean): Page {
  if (state.stage === 'needs-restore' && without) return 'without-backup'
  return state.stage === 'needs-publish' && state.replaces !== false ? 'publish-new' : state.stage
}

const STEPS: Partial<Record<Page, number>> = {
  'needs-key': 1,
  'needs-publish': 2,
  'needs-new-key': 1,
  'without-backup': 1,
  'publish-new': 2,
}

function Heading({ page }: { readonly page: Page }) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t(`onboarding.${page}.title`))
  const step = STEPS[page]
  return (
    <div className={css.head}>
      {step !== undefined && <p className="small dim">{t('onboarding.step', { step, of: 2 })}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {t(`onboarding.${page}.title`)}
      </h1>
      <p className="soft">{t(`onboarding.${page}.note`)}</p>
    </div>
  )
}

type StepProps = Props & { readonly onWithout: () => void }

function Step({ state, onWithout }: StepProps) {
  switch (state.stage) {
    case 'unregistered':
      return <Unregistered address={state.address} />
    case 'choose':
      return <ChooseAccount state={state} />
    case 'needs-key':
    case 'needs-new-key':
      return <CreateKey page={state.stage} />
    case 'needs-publish':
      return <PublishKey card={state.key} replaces={state.replaces} />
    case 'needs-restore':
      return <RestoreKey onWithout={state.roles.includes('patient') ? onWithout : null} />
  }
}
