import type { ActName } from '../../../electron/main/domain/acts.ts'

type Field = { readonly name: string; readonly type: string }

export type Act = {
  readonly kind: 'act'
  readonly name: ActName
  readonly fields: readonly Field[]
  readonly message: Readonly<Record<string, unknown>>
  readonly raw: string
}

/** What a wallet is asked for, taken apart so that it can be told in words. */
export type SignRequest =
  | Act
  | { readonly kind: 'text'; readonly text: string; readonly raw: string }
  | { readonly kind: 'transaction'; readonly to: string; readonly data: string; readonly raw: string }

export function readRequest(method: string, params: readonly unknown[]): SignRequest {
  if (method === 'eth_signTypedData_v4') return readAct(String(params[1]))
  if (method === 'personal_sign') {
    const hex = String(params[0])
    return { kind: 'text', text: textOf(hex), raw: hex }
  }
  const { to, data } = params[0] as { to: string; data: string }
  return { kind: 'transaction', to, data, raw: JSON.stringify(params[0], null, 2) }
}

function readAct(text: string): Act {
  const typed = JSON.parse(text) as {
    primaryType: string
    types: Record<string, Field[]>
    message: Record<string, unknown>
  }
  return {
    kind: 'act',
    name: typed.primaryType as ActName,
    fields: typed.types[typed.primaryType] ?? [],
    message: typed.message,
    raw: JSON.stringify(typed, null, 2),
  }
}

const textOf = (hex: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(hex.slice(2).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
  )
