import type { DemoPerson } from '../../electron/main/domain/network.ts'
import { ProviderFailure, type WalletRequest } from './provider.ts'
import { CANCELLED } from './wallet-failures.ts'

/** What a wallet is being asked now. */
export type Prompt =
  /** The demo's phone shows it until its person decides. */
  | {
      readonly kind: 'demo'
      readonly request: WalletRequest
      readonly person: DemoPerson
      readonly sign: () => void
      readonly decline: () => void
    }
  /** A real phone has it, and may be asleep. */
  | {
      readonly kind: 'phone'
      readonly request: WalletRequest
      readonly name: string
      /** Asks once more; null for what must not happen twice. */
      readonly again: (() => void) | null
      readonly decline: () => void
    }

/** The one prompt of this window. */
export function createPrompts(changed: () => void) {
  let current: Prompt | null = null

  function show(next: Prompt | null): void {
    current = next
    changed()
  }

  return {
    current: () => current,
    /** Resolves when an invented person agrees. @throws ProviderFailure 4001 */
    approve: (request: WalletRequest, person: DemoPerson): Promise<void> =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => () => {
          show(null)
          act()
        }
        const decline = (): void => reject(new ProviderFailure(4001, 'The person declined'))
        show({ kind: 'demo', request, person, sign: settle(resolve), decline: settle(decline) })
      }),
    /** Sends a request to a phone and shows what it waits for. The first answer counts, late ones are dropped. */
    await: (request: WalletRequest, name: string, send: () => Promise<unknown>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        let settled = false
        const settle = (act: () => void): void => {
          if (settled) return
          settled = true
          show(null)
          act()
        }
        const ask = (): void => {
          send().then(
            (answer) => settle(() => resolve(answer)),
            (error) => settle(() => reject(error)),
          )
        }
        const decline = (): void => settle(() => reject(new ProviderFailure(CANCELLED, 'Cancelled here')))
        const again = request.method === 'eth_sendTransaction' ? null : ask
        show({ kind: 'phone', request, name, again, decline })
        ask()
      }),
  }
}
