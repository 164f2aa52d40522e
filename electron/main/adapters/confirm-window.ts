import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { CONFIRM_ANSWER, CONFIRM_QUESTION } from '../../ipc/confirm.ts'
import { Failure } from '../domain/failure.ts'
import type { Confirm, Question } from '../ports/confirm.ts'

type Open = {
  readonly window: BrowserWindow
  readonly question: Question
  readonly settle: (yes: boolean) => void
}

/** Asks in a window of main's own. @param openWindow makes it, modal to the main one */
export function createConfirm(openWindow: () => BrowserWindow): Confirm {
  let open: Open | null = null
  const own = (event: IpcMainInvokeEvent): Open => {
    if (open === null || event.sender.id !== open.window.webContents.id)
      throw new Failure('E_INPUT', { call: 'confirm' })
    return open
  }
  ipcMain.handle(CONFIRM_QUESTION, (event) => own(event).question)
  ipcMain.handle(CONFIRM_ANSWER, (event, yes: unknown) => own(event).settle(yes === true))

  return {
    ask: async (question) => {
      if (open !== null) throw new Failure('E_CONFIRM_DECLINED', { reason: 'another question is open' })
      const window = openWindow()
      const yes = await new Promise<boolean>((settle) => {
        open = { window, question, settle }
        // Closing the window is a no, like everything but the one button.
        window.once('closed', () => settle(false))
      })
      open = null
      if (!window.isDestroyed()) window.destroy()
      if (!yes) throw new Failure('E_CONFIRM_DECLINED')
    },
  }
}
