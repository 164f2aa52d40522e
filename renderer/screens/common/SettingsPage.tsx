import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveClinicFile } from '../../features/clinic/SaveClinicFile.tsx'
import { LoadingPanel } from '../../features/loaded/LoadingPanel.tsx'
import { PayerPanel } from '../../features/payer/PayerPanel.tsx'
import { MyWallet } from '../../features/session/MyWallet.tsx'
import { AboutPanel } from '../../features/settings/AboutPanel.tsx'
import { Preferences } from '../../features/settings/Preferences.tsx'
import { ResetDemo } from '../../features/settings/ResetDemo.tsx'
import { TimesPanel } from '../../features/settings/TimesPanel.tsx'
import { StoragePanel } from '../../features/storage/StoragePanel.tsx'
import { useAsk } from '../../lib/ask.ts'
import { useAnswered, useCall } from '../../lib/calls.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Rail } from '../../ui/Rail.tsx'
import { MyPhones } from './MyPhones.tsx'

export function SettingsPage() {
  const { t } = useTranslation(['screens', 'common'])
  const known = useAnswered(useCall('stores.read'), useCall('payer.read'), useCall('performance.short'))
  usePlace([{ label: t('common:nav.settings') }])
  return (
    <Page>
      <PageHead title={t('settings.title')} />
      <Rail
        rail={
          <>
            <SaveClinicFile />
            <ResetDemo />
          </>
        }
      >
        <Preferences />
        <MyPhones />
        <MyWallet />
        {known ? (
          <>
            <StoragePanel />
            <PayerPanel />
            <TimesPanel />
            <About />
          </>
        ) : (
          <LoadingPanel />
        )}
      </Rail>
    </Page>
  )
}

/** The menu leads here. */
function About() {
  const place = useRef<HTMLDivElement>(null)
  useAsk('about', () => place.current?.scrollIntoView())
  return (
    <div ref={place}>
      <AboutPanel />
    </div>
  )
}
