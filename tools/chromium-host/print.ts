import type { PrintToPDFOptions } from 'electron'
import type { Commands } from './cdp.ts'

/** Width and height in inches, as Electron's own table has them. */
const paper: Record<string, [number, number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/** `webContents.printToPDF`'s options as the DevTools protocol has them. */
export function toCdpPrintOptions(options: PrintToPDFOptions): Commands['Page.printToPDF'] {
  const { pageSize = 'Letter', margins, ...same } = options
  const size = typeof pageSize === 'string' ? paper[pageSize] : [pageSize.width, pageSize.height]
  if (!size) throw new Error(`Invalid pageSize ${String(pageSize)}`)
  return {
    ...same,
    paperWidth: size[0]!,
    paperHeight: size[1]!,
    ...(margins?.top === undefined ? {} : { marginTop: margins.top }),
    ...(margins?.bottom === undefined ? {} : { marginBottom: margins.bottom }),
    ...(margins?.left === undefined ? {} : { marginLeft: margins.left }),
    ...(margins?.right === undefined ? {} : { marginRight: margins.right }),
  }
}
