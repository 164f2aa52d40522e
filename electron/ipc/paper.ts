import type {
  CardSheet,
  CodeSheet,
  KitSheet,
  MeasurementSheet,
  ReceiptSheet,
  ReportSheet,
  Sheet,
} from '../main/ports/paper.ts'

/** The window that is printed from has a bridge of its own: what stands on the sheet, and when it is all there. */
export const PAPER_SHEET = 'medical-chain:paper:sheet'
export const PAPER_READY = 'medical-chain:paper:ready'

export type PaperBridge = {
  readonly sheet: () => Promise<Sheet>
  readonly ready: () => Promise<void>
}

export type { CardSheet, CodeSheet, KitSheet, MeasurementSheet, ReceiptSheet, ReportSheet, Sheet }
