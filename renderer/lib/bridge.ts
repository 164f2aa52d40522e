import type { calls, events, OfferedFile } from '../../electron/ipc/contract.ts'
import type { Bridge, Client, PayloadOf, Reply } from '../../electron/ipc/kit.ts'
import type { FailureCode } from '../../electron/main/domain/failure.ts'

declare global {
  interface Window {
    readonly medicalChain: Bridge
  }
}

type Calls = typeof calls
type Events = typeof events
export type CallName = keyof Calls
export type EventName = keyof Events

/** A failure as main told it: its code has a sentence in `errors.json`. */
export class CallFailure extends Error {
  readonly code: FailureCode
  readonly detail: Readonly<Record<string, string | number>>

  constructor(code: string, detail: Readonly<Record<string, string | number>>) {
    super(code)
    this.name = 'CallFailure'
    this.code = code as FailureCode
    this.detail = detail
  }
}

function unwrap<T>(reply: Reply<unknown>): T {
  if (!reply.ok) throw new CallFailure(reply.code, reply.detail)
  return reply.value as T
}

/** Every call of the contract as a function: `api['records.list']({ patient })`. */
export const api = new Proxy({} as Client<Calls>, {
  get: (_, name: string) => async (input: unknown) => unwrap(await window.medicalChain.call(name, input)),
})

/** Hears what main tells without being asked. Returns how to stop. */
export const hear = <Name extends EventName>(
  name: Name,
  listener: (payload: PayloadOf<Events[Name]>) => void,
): (() => void) => window.medicalChain.on(name, (payload) => listener(payload as PayloadOf<Events[Name]>))

/** Hands a dropped or pasted file to main. */
export const offer = async (file: File): Promise<OfferedFile> => unwrap(await window.medicalChain.offer(file))
