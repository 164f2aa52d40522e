import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { z } from 'zod'
import { calls, type events } from '../ipc/contract.ts'
import {
  CALL_CHANNEL,
  eventChannel,
  type Handlers,
  OFFER_CHANNEL,
  type PayloadOf,
  type Reply,
} from '../ipc/kit.ts'
import { Failure } from './domain/failure.ts'
import { APP_ORIGIN } from './protocol.ts'

type Offer = (path: string) => Promise<unknown>

/** Answers the page's calls: only those of the main frame of the app's own window, each with its input checked. */
export function serve(
  window: () => BrowserWindow | null,
  handlers: () => Handlers<typeof calls>,
  offer: Offer,
  log: (failure: Failure, call: string) => void,
): void {
  const answer = async (
    event: IpcMainInvokeEvent,
    name: string,
    run: () => unknown,
  ): Promise<Reply<unknown>> => {
    try {
      assertOwn(event, window())
      return { ok: true, value: await run() }
    } catch (error) {
      const failure = Failure.from(error)
      log(failure, name)
      return { ok: false, code: failure.code, detail: failure.detail }
    }
  }
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) =>
    answer(event, String(name), () => {
      const known =
        typeof name === 'string' && Object.hasOwn(calls, name) ? (name as keyof typeof calls) : null
      if (known === null) throw new Failure('E_INPUT', { call: String(name).slice(0, 60) })
      const handle = handlers()[known] as (input: unknown) => unknown
      return handle(parsed(calls[known].input, input))
    }),
  )
  ipcMain.handle(OFFER_CHANNEL, (event, path: unknown) =>
    answer(event, 'offer', () => {
      if (typeof path !== 'string') throw new Failure('E_INPUT', { call: 'offer' })
      return offer(path)
    }),
  )
}

/** A frame inside the page, another page, or a frame that has gone is nobody we talk to. */
function assertOwn(event: IpcMainInvokeEvent, window: BrowserWindow | null): void {
  const frame = event.senderFrame
  const own =
    frame !== null &&
    window !== null &&
    !window.isDestroyed() &&
    event.sender.id === window.webContents.id &&
    frame.parent === null &&
    frame.url.startsWith(`${APP_ORIGIN}/`)
  if (!own) throw new Failure('E_INPUT', { call: 'foreign sender' })
}

function parsed(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new Failure('E_INPUT', { field: result.error.issues[0]?.path.join('.') ?? '' })
}

/** Tells the page something it did not ask for. */
export type Tell = <Name extends keyof typeof events>(
  name: Name,
  payload: PayloadOf<(typeof events)[Name]>,
) => void

export const tellTo =
  (window: () => BrowserWindow | null): Tell =>
  (name, payload) => {
    const target = window()
    if (target !== null && !target.isDestroyed()) target.webContents.send(eventChannel(name), payload)
  }
