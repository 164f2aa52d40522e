import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { PAPER_READY, PAPER_SHEET } from '../../ipc/paper.ts'
import { Failure } from '../domain/failure.ts'
import type { Paper, Sheet } from '../ports/paper.ts'

const WITHIN_MS = 20_000

type Open = { readonly window: BrowserWindow; readonly sheet: Sheet; readonly ready: () => void }

/** Prints from a page that nobody sees and that is gone afterwards. @param openWindow makes its window */
export function createPaper(openWindow: () => BrowserWindow): Paper {
  let open: Open | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const own = (event: IpcMainInvokeEvent): Open => {
    if (open === null || event.sender.id !== open.window.webContents.id)
      throw new Failure('E_INPUT', { call: 'paper' })
    return open
  }
  ipcMain.handle(PAPER_SHEET, (event) => own(event).sheet)
  ipcMain.handle(PAPER_READY, (event) => own(event).ready())

  async function print(sheet: Sheet): Promise<Uint8Array> {
    const window = openWindow()
    try {
      await new Promise<void>((ready, failed) => {
        open = { window, sheet, ready }
        setTimeout(() => failed(new Error('the sheet was not ready in time')), WITHIN_MS).unref()
      })
      return Uint8Array.from(
        await window.webContents.printToPDF({
          pageSize: 'A4',
          printBackground: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
        }),
      )
    } finally {
      open = null
      window.destroy()
    }
  }

  return {
    print: (sheet) => {
      const printed = turn.then(() => print(sheet))
      turn = printed.catch(() => undefined)
      return printed
    },
  }
}
