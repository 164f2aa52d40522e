import '../ui/tokens.css'
import '../ui/base.css'
import './confirm.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import type { ConfirmBridge } from '../../electron/ipc/confirm.ts'
import common from '../../resources/locales/en/common.json'
import words from '../../resources/locales/en/confirm.json'
import signing from '../../resources/locales/en/signing.json'
import { Confirm } from './Confirm.tsx'
import { WalletConfirm } from './WalletConfirm.tsx'

declare global {
  interface Window {
    readonly medicalChainConfirm: ConfirmBridge
  }
}

// Main sets the scheme of every window, so the system's answer is the person's own.
const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'

await i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { confirm: words, signing, common } },
  defaultNS: 'common',
  interpolation: { escapeValue: false },
})
const { medicalChainConfirm: main } = window
const question = await main.question()
const answer = (yes: boolean): void => void main.answer(yes)
createRoot(document.getElementById('root')!).render(
  'wallet' in question ? (
    <WalletConfirm question={question} refuse={() => answer(false)} attempt={main.attempt} />
  ) : (
    <Confirm question={question} answer={answer} />
  ),
)
