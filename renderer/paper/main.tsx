import '../ui/tokens.css'
import '../ui/base.css'
import './kit.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import type { PaperBridge } from '../../electron/ipc/paper.ts'
import words from '../../resources/locales/en/kit.json'
import { Kit } from './Kit.tsx'

declare global {
  interface Window {
    readonly medicalChainPaper: PaperBridge
  }
}

await i18next.init({
  lng: 'en',
  resources: { en: { kit: words } },
  defaultNS: 'kit',
  interpolation: { escapeValue: false },
})
const sheet = await window.medicalChainPaper.sheet()
createRoot(document.getElementById('root')!).render(
  <Kit sheet={sheet} shown={() => void document.fonts.ready.then(() => window.medicalChainPaper.ready())} />,
)
