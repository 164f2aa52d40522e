import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { CONFIRM_ANSWER, CONFIRM_ATTEMPT, CONFIRM_QUESTION, type Refused } from '../../ipc/confirm.ts'
import { Failure } from '../domain/failure.ts'
import type { Confirm, ConfirmWallet, Question, WalletQuestion } from '../ports/confirm.ts'

/** Wrong passphrases that one window takes. Each costs half a second, and a person has to type it. */
const ATTEMPTS = 3
const LONGEST_PASSPHRASE = 1024

type Asked = {
  readonly question: Question | WalletQuestion
  /** What agreeing does, where it takes more than a yes. */
  readonly attempt: ((passphrase: string | null) => Promise<void>) | null
}
type Open = Asked & {
  readonly window: BrowserWindow
  left: number
  readonly done: (yes: boolean) => void
  readonly failed: (failure: Failure) => void
}

export type ConfirmWindow = Confirm &
  ConfirmWallet & {
    /** Nobody is there any more: what is asked now, and what waits behind it, counts as refused. */
    readonly dismiss: () => void
  }

/** Asks in a window of main's own, one at a time. @param openWindow makes it, modal to the main one */
export function createConfirm(openWindow: (question: Asked['question']) => BrowserWindow): ConfirmWindow {
  let open: Open | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let round = 0
  const own = (event: IpcMainInvokeEvent): Open => {
    if (open === null || event.sender.id !== open.window.webContents.id)
      throw new Failure('E_INPUT', { call: 'confirm' })
    return open
  }
  ipcMain.handle(CONFIRM_QUESTION, (event) => own(event).question)
  ipcMain.handle(CONFIRM_ANSWER, (event, yes: unknown) => {
    const asked = own(event)
    // A wallet's question takes an attempt; a bare yes is none.
    asked.done(yes === true && asked.attempt === null)
  })
  ipcMain.handle(CONFIRM_ATTEMPT, (event, given: unknown) => attempted(own(event), given))

  async function attempted(asked: Open, given: unknown): Promise<Refused | null> {
    const known = given === null || (typeof given === 'string' && given.length <= LONGEST_PASSPHRASE)
    if (asked.attempt === null || !known) throw new Failure('E_INPUT', { call: 'confirm' })
    if (asked.left === 0) throw new Failure('E_PASSPHRASE_WRONG')
    // Counted before it is tried, so that many at once are no way round.
    if (given !== null) asked.left -= 1
    try {
      await asked.attempt(given as string | null)
      asked.done(true)
      return null
    } catch (error) {
      const failure = Failure.from(error)
      const { code } = failure
      if (code === 'E_LOCKED' || (code === 'E_PASSPHRASE_WRONG' && asked.left > 0))
        return { code, left: asked.left }
      asked.failed(failure)
      return null
    }
  }

  /** @returns whether the person agreed */
  function askInTurn(asked: Asked): Promise<boolean> {
    const now = round
    const answered = turn.then(() => (now === round ? askNow(asked) : false))
    turn = answered.catch(() => undefined)
    return answered
  }

  async function askNow(asked: Asked): Promise<boolean> {
    const window = openWindow(asked.question)
    try {
      return await new Promise<boolean>((done, failed) => {
        open = { ...asked, window, left: ATTEMPTS, done, failed }
        // Closing the window is a no, like everything but the one button.
        window.once('closed', () => done(false))
      })
    } finally {
      open = null
      if (!window.isDestroyed()) window.destroy()
    }
  }

  return {
    ask: async (question) => {
      if (!(await askInTurn({ question, attempt: null }))) throw new Failure('E_CONFIRM_DECLINED')
    },
    askWallet: async (question, attempt) => {
      if (!(await askInTurn({ question, attempt }))) throw new Failure('E_WALLET_REJECTED')
    },
    dismiss: () => {
      round += 1
      open?.done(false)
    },
  }
}
