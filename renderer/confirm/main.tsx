import '../ui/tokens.css'
import '../ui/base.css'
import './confirm.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import type { ConfirmBridge } from '../../electron/ipc/confirm.ts'
import words from '../../resources/locales/en/confirm.json'
import { Confirm } from './Confirm.tsx'

declare global {
  interface Window {
    readonly medicalChainConfirm: ConfirmBridge
  }
}

// Main sets the scheme of every window, so the system's answer is the person's own.
const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'

await i18next.init({
  lng: 'en',
  resources: { en: { confirm: words } },
  defaultNS: 'confirm',
  interpolation: { escapeValue: false },
})
const question = await window.medicalChainConfirm.question()
createRoot(document.getElementById('root')!).render(
  <Confirm question={question} answer={(yes) => void window.medicalChainConfirm.answer(yes)} />,
)
