import { counting } from './counting.ts'
import type { Address, Fingerprint, Hex32, Pointer } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { Role } from './domain/person.ts'
import type { Vault } from './ports/vault.ts'
import type { NewVault, SessionParts } from './session-parts.ts'

type Parts = Pick<SessionParts, 'profiles' | 'outside' | 'makingKey'>

/** Makes a person's keys and keeps them on this computer. */
export async function createVault(parts: Parts, vault: Vault, made: NewVault): Promise<void> {
  const secret = await parts.profiles.newSecret()
  const making = vault.create(made.address, made.passphrase, secret)
  await write(parts, made, secret, await counting(making, parts.makingKey))
}

/** Gives an open vault a new key before the one that somebody else knows. */
export async function renewVault(
  parts: Parts,
  vault: Vault,
  made: Omit<NewVault, 'replaces'>,
): Promise<void> {
  const secret = await parts.profiles.newSecret()
  const { publicKey: replaces } = await parts.outside.ledger.account(made.address)
  const making = vault.renew(made.passphrase, secret)
  await write(parts, { ...made, replaces }, secret, await counting(making, parts.makingKey))
}

const write = (
  { profiles }: Parts,
  { address, roles, replaces }: NewVault,
  secret: Uint8Array,
  file: Uint8Array,
): Promise<void> => profiles.write(address, { file, secret, roles, backedUp: false, replaces })

type Backup = { readonly file: Uint8Array; readonly passphrase: string }

/** Brings a person's keys here from their backup, under a passphrase that was chosen here. */
export async function restoreVault(
  { profiles, outside }: Parts,
  vault: Vault,
  { address, roles }: { readonly address: Address; readonly roles: readonly Role[] },
  backup: Backup,
  passphrase: string,
): Promise<void> {
  const secret = await profiles.newSecret()
  const { publicKey } = await outside.ledger.account(address)
  const expected = publicKey as Hex32 as Fingerprint
  const file = await vault.restore(address, { ...backup, expected }, passphrase, secret)
  await profiles.write(address, { file, secret, roles, backedUp: true, replaces: null })
}

/**
 * Asks in main's own window whether a profile shall be put away: the page must not be able to lock people out.
 * @throws Failure E_VAULT_MISSING, E_CONFIRM_DECLINED
 */
export async function askToPutAside({ profiles, outside }: Parts, address: Address): Promise<void> {
  if (!(await profiles.has(address))) throw new Failure('E_VAULT_MISSING', { address })
  // One that is damaged may have lost its name as well.
  const name = (await profiles.list()).find((each) => each.address === address)?.name ?? ''
  await outside.confirm.ask({ act: 'aside', name, address })
}

/**
 * Asks in main's own window whether a key is given up: the page must not be able to make anybody do that.
 * @returns the key whose place a new one takes
 * @throws Failure E_NOT_ALLOWED for who is no patient, E_CONFIRM_DECLINED
 */
export async function askToReplace(
  { outside }: Parts,
  { address, roles }: { readonly address: Address; readonly roles: readonly Role[] },
): Promise<Pointer> {
  if (!roles.includes('patient')) throw new Failure('E_NOT_ALLOWED', { address })
  await outside.confirm.ask({ act: 'replace', name: '', address })
  return (await outside.ledger.account(address)).publicKey
}
