import '../ui/tokens.css'
import '../ui/base.css'
import './paper.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import type { PaperBridge, Sheet } from '../../electron/ipc/paper.ts'
import kit from '../../resources/locales/en/kit.json'
import slip from '../../resources/locales/en/slip.json'
import { CodeSlip } from './CodeSlip.tsx'
import { Kit } from './Kit.tsx'

declare global {
  interface Window {
    readonly medicalChainPaper: PaperBridge
  }
}

await i18next.init({
  lng: 'en',
  resources: { en: { kit, slip } },
  defaultNS: 'kit',
  interpolation: { escapeValue: false },
})
const sheetOf = (sheet: Sheet) =>
  sheet.kind === 'kit' ? <Kit sheet={sheet} shown={shown} /> : <CodeSlip sheet={sheet} shown={shown} />
const shown = (): void => void document.fonts.ready.then(() => window.medicalChainPaper.ready())
createRoot(document.getElementById('root')!).render(sheetOf(await window.medicalChainPaper.sheet()))
