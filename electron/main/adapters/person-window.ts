import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { PERSON_ANSWER, PERSON_CHANGED, PERSON_SHOWN } from '../../ipc/person.ts'
import type { Shown } from '../domain/desk.ts'
import { Failure } from '../domain/failure.ts'
import type { HearSaid, PersonWindow } from '../ports/person-window.ts'

type Open = { readonly window: BrowserWindow; readonly shown: Shown }

/**
 * Shows a person what concerns them, in a window that can ask for nothing else.
 * @param openWindow makes it @param hear is told what the person says, and that they or the desk closed it
 */
export function createPersonWindow(openWindow: () => BrowserWindow, hear: HearSaid): PersonWindow {
  let open: Open | null = null
  const own = (event: IpcMainInvokeEvent): Open => {
    if (open === null || event.sender.id !== open.window.webContents.id)
      throw new Failure('E_INPUT', { call: 'person' })
    return open
  }
  ipcMain.handle(PERSON_SHOWN, (event) => own(event).shown)
  ipcMain.handle(PERSON_ANSWER, (event, right: unknown) => {
    // An answer to a question that is no longer shown is none.
    if (own(event).shown.step === 'check') hear(right === true ? 'right' : 'wrong')
  })

  function opened(): BrowserWindow {
    const window = openWindow()
    window.once('closed', () => {
      if (open?.window !== window) return
      open = null
      hear('closed')
    })
    return window
  }

  return {
    show: (shown) => {
      if (shown === null) {
        const { window } = open ?? {}
        open = null
        return window?.destroy()
      }
      const window = open?.window ?? opened()
      open = { window, shown }
      window.webContents.send(PERSON_CHANGED, shown)
    },
  }
}
