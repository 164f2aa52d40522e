import { checksummed } from '../crypto/address.ts'
import { signInMessage } from '../crypto/sign-in.ts'
import type { Address } from '../domain/bytes.ts'
import { NO_POINTER } from '../domain/bytes.ts'
import type { SessionState } from '../domain/session.ts'
import type { Profiles } from '../ports/profiles.ts'
import { chargesOf } from './acting.ts'
import type { Outside } from './world.ts'

/**
 * Says how far the person behind the connected wallet has come. On a machine that doesn't know them yet, the wallet
 * signs in first (EIP-4361), unless it did so at the front desk; afterwards the passphrase does, which also works offline.
 * Where the wallet acts for others, the person chooses for whom they come.
 */
export async function signIn(
  outside: Outside,
  profiles: Profiles,
  hasProven: (address: Address) => boolean = () => false,
): Promise<SessionState> {
  const signer = await outside.wallet.account()
  const charges = await chargesOf(outside, signer)
  if (charges.length === 0) return signInAs(outside, profiles, { address: signer, signer }, hasProven)
  const own = (await profiles.has(signer)) || (await outside.ledger.account(signer)).roles.length > 0
  const [only] = charges
  if (!own && only !== undefined && charges.length === 1)
    return signInAs(outside, profiles, { address: only.address, signer }, hasProven)
  const names = new Map((await profiles.list()).map(({ address, name }) => [address, name]))
  return {
    stage: 'choose',
    address: signer,
    own,
    charges: charges.map((charge) => ({ ...charge, name: names.get(charge.address) ?? null })),
  }
}

/** The same for the account that was chosen: the wallet's own, or one that it acts for. */
export async function signInAs(
  outside: Outside,
  profiles: Profiles,
  { address, signer }: { readonly address: Address; readonly signer: Address },
  hasProven: (address: Address) => boolean = () => false,
): Promise<SessionState> {
  if (await profiles.has(address)) return { stage: 'locked', address, reason: 'start' }
  const account = await outside.ledger.account(address)
  if (account.roles.length === 0 || account.isClaimKey) return { stage: 'unregistered', address }
  if (!hasProven(signer)) await proveWallet(outside, signer)
  const stage = account.publicKey === NO_POINTER ? 'needs-key' : 'needs-restore'
  return { stage, address, roles: account.roles }
}

/** @throws Failure E_WALLET_REJECTED */
export async function proveWallet(outside: Outside, address: Address): Promise<void> {
  const message = signInMessage(outside.deployment, checksummed(address), outside.now())
  await outside.wallet.signMessage(address, message)
}
