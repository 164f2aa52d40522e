import type { ActName } from '../../../electron/main/domain/acts.ts'

type Field = { readonly name: string; readonly type: string }

export type Act = {
  readonly kind: 'act'
  readonly name: ActName
  readonly fields: readonly Field[]
  readonly message: Readonly<Record<string, unknown>>
  /** Whose act it is, where the wallet signs in their place. */
  readonly actsFor: string | null
  readonly raw: string
}

export type Text = {
  readonly kind: 'text'
  /** What this app has composed it for; null for any other text. */
  readonly purpose: 'sign-in' | 'network-file' | null
  readonly text: string
  readonly raw: string
}

/** How they begin: a sign-in (EIP-4361), and an admin's word for a network file. */
const PURPOSES = [
  ['sign-in', /^medical-chain wants you to sign in/],
  ['network-file', /^This is the network file of .+\.\n/],
] as const

/** What a wallet is asked for, taken apart so that it can be told in words. */
export type SignRequest =
  | Act
  | Text
  | { readonly kind: 'transaction'; readonly to: string; readonly data: string; readonly raw: string }

export function readRequest(method: string, params: readonly unknown[]): SignRequest {
  if (method === 'eth_signTypedData_v4') return readAct(String(params[0]), String(params[1]))
  if (method === 'personal_sign') {
    const raw = String(params[0])
    const text = textOf(raw)
    const [purpose = null] = PURPOSES.find(([, begins]) => begins.test(text)) ?? []
    return { kind: 'text', purpose, text, raw }
  }
  const { to, data } = params[0] as { to: string; data: string }
  return { kind: 'transaction', to, data, raw: JSON.stringify(params[0], null, 2) }
}

function readAct(wallet: string, text: string): Act {
  const typed = JSON.parse(text) as {
    primaryType: string
    types: Record<string, Field[]>
    message: Record<string, unknown>
  }
  const fields = typed.types[typed.primaryType] ?? []
  // An act names first whose it is, but for a record (IActs).
  const field = typed.primaryType === 'AddRecord' ? 'author' : fields[0]?.name
  const whose = String(typed.message[field ?? '']).toLowerCase()
  return {
    kind: 'act',
    name: typed.primaryType as ActName,
    fields,
    message: typed.message,
    actsFor: whose === wallet.toLowerCase() ? null : whose,
    raw: JSON.stringify(typed, null, 2),
  }
}

const textOf = (hex: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(hex.slice(2).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
  )
