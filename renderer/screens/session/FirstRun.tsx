import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/ipc/inputs.ts'
import { ChooseClinic } from '../../features/clinic/ChooseClinic.tsx'
import { LookLines } from '../../features/settings/LookLines.tsx'
import { PlaceChoice } from '../../features/settings/PlaceChoice.tsx'
import { ShieldLines } from '../../features/settings/ShieldLines.tsx'
import { useAct, useCall } from '../../lib/calls.ts'
import { Logo } from '../../ui/Logo.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { Thread, ThreadItem } from '../../ui/Thread.tsx'
import css from './FirstRun.module.css'

type Step = Settings['firstStep']
const FIRST_STEPS: readonly Step[] = ['look', 'place', 'shield', 'privacy', 'clinic']

/** A fresh computer: how it looks, whose it is, what protects it, what leaves it, and last whose network it joins. */
export function FirstRun() {
  const { t } = useTranslation('screens')
  const { data: about } = useCall('app.about')
  const { data: settings } = useCall('settings.read')
  const write = useAct('settings.write')
  if (settings === undefined) return null
  const step = settings.firstStep
  const place = FIRST_STEPS.indexOf(step)
  const go = (to: number): void => write.mutate({ firstStep: FIRST_STEPS[to]! })
  const last = FIRST_STEPS.length - 1
  return (
    <div className={css.root}>
      <main className={css.main}>
        <div className={css.box}>
          <Heading key={step} step={step} place={place} />
          <Body step={step} />
          <div className={css.ways}>
            {place > 0 && <TextButton onClick={() => go(place - 1)}>{t('firstRun.back')}</TextButton>}
            {place < last && (
              <>
                <TextButton onClick={() => go(last)}>{t('firstRun.skip')}</TextButton>
                <Button onClick={() => go(place + 1)}>{t('firstRun.continue')}</Button>
              </>
            )}
          </div>
        </div>
      </main>
      <footer className={css.foot}>
        <span>{about && t('connect.version', { version: about.version })}</span>
      </footer>
    </div>
  )
}

function Heading({ step, place }: { readonly step: Step; readonly place: number }) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t(`firstRun.${step}.title`))
  return (
    <header className={css.head}>
      <Logo size={36} />
      <div>
        <p className="small dim">{t('firstRun.step', { step: place + 1, of: FIRST_STEPS.length })}</p>
        <h1 ref={heading} tabIndex={-1}>
          {t(`firstRun.${step}.title`)}
        </h1>
      </div>
    </header>
  )
}

function Body({ step }: { readonly step: Step }): ReactNode {
  const { t } = useTranslation('screens')
  if (step === 'clinic') return <ChooseClinic />
  return (
    <>
      <p className="soft">{t(`firstRun.${step}.note`)}</p>
      <Panel label={t(`firstRun.${step}.title`)}>
        {step === 'look' && <LookLines />}
        {step === 'place' && <PlaceChoice label={t('firstRun.place.title')} />}
        {step === 'shield' && <ShieldLines />}
        {step === 'privacy' && <Promises />}
      </Panel>
      {step === 'shield' && <KeyStore />}
    </>
  )
}

/** Said before anybody makes a key, which would be refused. */
function KeyStore() {
  const { t } = useTranslation('screens')
  const { data: about } = useCall('app.about')
  if (about === undefined) return null
  const { keychain, keychainSafe } = about
  return keychainSafe ? (
    <Status tone="ok">{t('firstRun.shield.safe', { keychain })}</Status>
  ) : (
    <Notice tone="warn">{t('firstRun.shield.unsafe', { keychain })}</Notice>
  )
}

function Promises() {
  const { t } = useTranslation('screens')
  return (
    <Thread label={t('firstRun.privacy.title')}>
      {(['sealed', 'chain', 'phone', 'log'] as const).map((promise) => (
        <ThreadItem key={promise}>
          <strong>{t(`firstRun.privacy.${promise}`)}</strong>
          <p className="small soft">{t(`firstRun.privacy.${promise}Note`)}</p>
        </ThreadItem>
      ))}
    </Thread>
  )
}
