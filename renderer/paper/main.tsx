import '../ui/tokens.css'
import '../ui/base.css'
import './paper.css'
import './report.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import type { PaperBridge, Sheet } from '../../electron/ipc/paper.ts'
import card from '../../resources/locales/en/card.json'
import common from '../../resources/locales/en/common.json'
import errors from '../../resources/locales/en/errors.json'
import kit from '../../resources/locales/en/kit.json'
import measurement from '../../resources/locales/en/measurement.json'
import performance from '../../resources/locales/en/performance.json'
import receipt from '../../resources/locales/en/receipt.json'
import report from '../../resources/locales/en/report.json'
import screens from '../../resources/locales/en/screens.json'
import slip from '../../resources/locales/en/slip.json'
import { CodeSlip } from './CodeSlip.tsx'
import { EmergencyCard } from './EmergencyCard.tsx'
import { Kit } from './Kit.tsx'
import { MeasurementReport } from './MeasurementReport.tsx'
import { Receipt } from './Receipt.tsx'
import { Report } from './Report.tsx'

declare global {
  interface Window {
    readonly medicalChainPaper: PaperBridge
  }
}

await i18next.init({
  lng: 'en',
  resources: {
    en: { card, common, errors, kit, measurement, performance, receipt, report, screens, slip },
  },
  defaultNS: 'kit',
  interpolation: { escapeValue: false },
})
function sheetOf(sheet: Sheet) {
  switch (sheet.kind) {
    case 'kit':
      return <Kit sheet={sheet} shown={shown} />
    case 'code':
      return <CodeSlip sheet={sheet} shown={shown} />
    case 'card':
      return <EmergencyCard sheet={sheet} shown={shown} />
    case 'receipt':
      return <Receipt sheet={sheet} shown={shown} />
    case 'report':
      return <Report sheet={sheet} shown={shown} />
    case 'measurement':
      return <MeasurementReport sheet={sheet} shown={shown} />
  }
}
const shown = (): void => void document.fonts.ready.then(() => window.medicalChainPaper.ready())
createRoot(document.getElementById('root')!).render(sheetOf(await window.medicalChainPaper.sheet()))
