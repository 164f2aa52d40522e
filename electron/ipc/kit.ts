import type { ZodType } from 'zod'

/** Carries a type that is checked by the compiler only: what main sends is main's own. */
export type Shape<T> = { readonly shape?: T }
export const shape = <T>(): Shape<T> => ({})

export type Call<Input, Output> = { readonly input: ZodType<Input>; readonly output: Shape<Output> }
export const call = <Input, Output>(input: ZodType<Input>, output: Shape<Output>): Call<Input, Output> => ({
  input,
  output,
})

// biome-ignore lint/suspicious/noExplicitAny: a table of calls of every type
export type Calls = Record<string, Call<any, any>>
export type Events = Record<string, Shape<unknown>>

export type InputOf<C> = C extends Call<infer Input, unknown> ? Input : never
export type OutputOf<C> =
  C extends Call<never, infer Output> ? Output : C extends { output: Shape<infer O> } ? O : never
export type PayloadOf<E> = E extends Shape<infer Payload> ? Payload : never

/** What crosses from main: a value, or a failure whose code a screen knows. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly detail: Readonly<Record<string, string | number>> }

/** The three functions that preload lays on `window.medicalChain`. */
export type Bridge = {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>
  readonly on: (name: string, listener: (payload: unknown) => void) => () => void
  /** Hands a dropped or pasted file to main; the answer is an `OfferedFile`. */
  readonly offer: (file: File) => Promise<Reply<unknown>>
}

/** One channel for calls, one for a dropped file's path, one for each event: there is nothing else. */
export const CALL_CHANNEL = 'medical-chain:call'
export const OFFER_CHANNEL = 'medical-chain:offer'
export const eventChannel = (name: string): string => `medical-chain:event:${name}`

/** The renderer's end: one function a call, typed from the table. */
export type Client<C extends Calls> = {
  readonly [Name in keyof C]: (
    ...input: undefined extends InputOf<C[Name]> ? [] : [InputOf<C[Name]>]
  ) => Promise<OutputOf<C[Name]>>
}

/** The main end: what each name does. */
export type Handlers<C extends Calls> = {
  readonly [Name in keyof C]: (input: InputOf<C[Name]>) => Promise<OutputOf<C[Name]>> | OutputOf<C[Name]>
}
