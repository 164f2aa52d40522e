import { useTranslation } from 'react-i18next'
import { SaveClinicFile } from '../../features/clinic/SaveClinicFile.tsx'
import { PayerPanel } from '../../features/payer/PayerPanel.tsx'
import { MyWallet } from '../../features/session/MyWallet.tsx'
import { AboutPanel } from '../../features/settings/AboutPanel.tsx'
import { Preferences } from '../../features/settings/Preferences.tsx'
import { ResetDemo } from '../../features/settings/ResetDemo.tsx'
import { TimesPanel } from '../../features/settings/TimesPanel.tsx'
import { StoragePanel } from '../../features/storage/StoragePanel.tsx'
import { useAsk } from '../../lib/ask.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Rail } from '../../ui/Rail.tsx'
import { MyPhones } from './MyPhones.tsx'

export function SettingsPage() {
  const { t } = useTranslation(['screens', 'common'])
  usePlace([{ label: t('common:nav.settings') }])
  useAsk('about', () => document.getElementById('about')?.scrollIntoView())
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
        <StoragePanel />
        <PayerPanel />
        <TimesPanel />
        <div id="about">
          <AboutPanel />
        </div>
      </Rail>
    </Page>
  )
}
