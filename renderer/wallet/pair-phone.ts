import type { Pairing } from '../lib/wallets.ts'
import { ProviderFailure } from './provider.ts'
import { type Client, METHODS, type PhoneSession } from './wallet-connect.ts'
import { CANCELLED, callFailure, isExpired, RELAY_SILENT } from './wallet-failures.ts'

/** WalletConnect's own limit for a code that nobody scans. */
const GOOD_FOR_SECONDS = 300

type Code = Omit<Pairing, 'phone'> & { readonly session: Promise<PhoneSession> }

/**
 * Has a pairing code made and waits for the phone that scans it.
 * @param withinMs after this the relay counts as unreachable; of its own the SDK tries for 75 s
 * @throws CallFailure E_WALLET_RELAY
 */
export async function pairPhone(client: Client, chainId: number, withinMs: number): Promise<Code> {
  const asked = client.connect({
    optionalNamespaces: {
      eip155: {
        chains: [`eip155:${chainId}`],
        methods: METHODS,
        events: ['accountsChanged', 'chainChanged'],
      },
    },
  })
  const { uri, approval } = await within(asked, withinMs)
  if (uri === undefined) throw callFailure(new ProviderFailure(RELAY_SILENT, 'no code'))
  let cancel: () => void = () => undefined
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => {
      reject(callFailure(new ProviderFailure(CANCELLED, 'cancelled')))
      // Whoever scans the old code afterwards finds nobody.
      void client.core.pairing.disconnect({ topic: topicOf(uri) }).catch(() => undefined)
    }
  })
  // The screen counts down, and says that a code has run out until another one is asked for.
  const scanned = approval().catch((error) => (isExpired(error) ? cancelled : Promise.reject(error)))
  const session: Promise<PhoneSession> = Promise.race([scanned, cancelled]).catch((error) => {
    throw callFailure(error)
  })
  // A code that is replaced has nobody left who waits for it.
  session.catch(() => undefined)
  return { link: uri, expiresAt: Math.floor(Date.now() / 1000) + GOOD_FOR_SECONDS, session, cancel }
}

const topicOf = (uri: string): string => uri.slice('wc:'.length, uri.indexOf('@'))

function within<T>(asked: Promise<T>, ms: number): Promise<T> {
  return new Promise((done, failed) => {
    const silent = (): void => failed(callFailure(new ProviderFailure(RELAY_SILENT, 'the relay is silent')))
    const timer = setTimeout(silent, ms)
    asked.then(done, (error) => failed(callFailure(error))).finally(() => clearTimeout(timer))
  })
}
