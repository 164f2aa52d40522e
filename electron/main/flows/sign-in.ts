import { checksummed } from '../crypto/address.ts'
import { signInMessage } from '../crypto/sign-in.ts'
import type { Address } from '../domain/bytes.ts'
import { NO_POINTER } from '../domain/bytes.ts'
import type { SessionState } from '../domain/session.ts'
import type { Profiles } from '../ports/profiles.ts'
import type { Outside } from './world.ts'

/**
 * Says how far the person behind the connected wallet has come. On a machine that doesn't know them yet, the wallet
 * signs in first (EIP-4361), unless it did so at the front desk; afterwards the passphrase does, which also works offline.
 */
export async function signIn(
  outside: Outside,
  profiles: Profiles,
  hasProven: (address: Address) => boolean = () => false,
): Promise<SessionState> {
  const address = await outside.wallet.account()
  if (await profiles.has(address)) return { stage: 'locked', address, reason: 'start' }
  const account = await outside.ledger.account(address)
  if (account.roles.length === 0 || account.isClaimKey) return { stage: 'unregistered', address }
  if (!hasProven(address)) await proveWallet(outside, address)
  const stage = account.publicKey === NO_POINTER ? 'needs-key' : 'needs-restore'
  return { stage, address, roles: account.roles }
}

/** @throws Failure E_WALLET_REJECTED */
export async function proveWallet(outside: Outside, address: Address): Promise<void> {
  const message = signInMessage(outside.deployment, checksummed(address), outside.now())
  await outside.wallet.signMessage(address, message)
}
