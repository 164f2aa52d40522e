import type { SessionMark, Shown } from '../../../electron/main/domain/desk.ts'

/** How far the person's phone is, as the desk knows it. */
export type PhoneNow =
  | { readonly stage: 'idle'; readonly failure: { readonly code: string } | null }
  | { readonly stage: 'asking' | 'other-chain' | 'registered' }
  | { readonly stage: 'waiting'; readonly pairing: { readonly link: string; readonly expiresAt: number } }
  | { readonly stage: 'signing' | 'proven'; readonly mark: SessionMark }

type Typed = {
  readonly name: string
  readonly birthDate: string
  readonly picture: Uint8Array | null
}

const REASONS: Readonly<Record<string, 'declined' | 'expired'>> = {
  E_WALLET_REJECTED: 'declined',
  E_WALLET_NO_REPLY: 'expired',
}

/** What the person sees: their own steps and their own particulars, never more. */
export function shownOf(now: PhoneNow, { name, birthDate, picture }: Typed, registered: boolean): Shown {
  if (registered) return { step: 'registered' }
  switch (now.stage) {
    case 'idle':
      return now.failure === null
        ? { step: 'wait' }
        : { step: 'stopped', reason: REASONS[now.failure.code] ?? 'failed' }
    case 'registered':
      return { step: 'stopped', reason: 'registered' }
    case 'asking':
      return { step: 'wait' }
    case 'waiting':
      return { step: 'scan', link: now.pairing.link, expiresAt: now.pairing.expiresAt }
    case 'other-chain':
      return { step: 'other-chain' }
    case 'signing':
      return { step: 'sign', mark: now.mark }
    case 'proven':
      return name.trim() === '' || birthDate === ''
        ? { step: 'proven', mark: now.mark }
        : { step: 'check', mark: now.mark, name: name.trim(), birthDate, picture }
  }
}
