import { profileCodec } from '../crypto/blocks.ts'
import { isWrappedTo } from '../crypto/envelope.ts'
import type { Address, Fingerprint, Hex32 } from '../domain/bytes.ts'
import { NO_POINTER } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { signWithWallet } from './bring-act.ts'
import { addressee } from './give-access.ts'
import { claimantOf, profileOf } from './read-person.ts'
import type { World } from './world.ts'

/** Seals a profile, until now for the admin alone, to its owner as well, once they have published a key. */
export async function handOverProfile(world: World, account: Address): Promise<void> {
  const found = profileOf(world, account)
  if (found === null) throw new Failure('E_NOT_REGISTERED', { address: account })
  const sealed = await sealAnew(world, account, found, [world.me, account])
  const message = { by: world.me, account, previous: found.pointer, profile: sealed.pointer }
  const { act, signature } = await signWithWallet(world, 'UpdateProfile', message)
  await world.blobs.putBlock(sealed.block)
  await world.ledger.carry(act, signature)
  await world.index.sync()
}

/** A profile that this admin can open, as a block under the account's own name for these people. */
export async function sealAnew(
  world: World,
  account: Address,
  { pointer, owner }: NonNullable<ReturnType<typeof profileOf>>,
  people: readonly Address[],
) {
  const block = await world.blobs.getBlock(pointer)
  const profile = await world.vault.openProfile(owner, block)
  const to = await Promise.all(people.map((person) => addressee(world, person)))
  return world.vault.sealProfile(account, profileCodec.decode(block).public, profile, to)
}

/** People registered by this admin who have joined and can't read their profile yet, or no longer under a new key. */
export async function waitingForProfile(world: World): Promise<Address[]> {
  const registered = world.index.events({ kinds: ['registered'], actor: world.me })
  const named = registered.map((event) => event.subject ?? event.actor)
  const accounts = new Set(named.map((address) => claimantOf(world, address) ?? address))
  const waiting: Address[] = []
  for (const account of accounts) {
    const { publicKey } = await world.ledger.account(account)
    const found = profileOf(world, account)
    if (publicKey === NO_POINTER || found === null) continue
    const { to } = profileCodec.decode(await world.blobs.getBlock(found.pointer))
    if (!isWrappedTo(to, account, publicKey as Hex32 as Fingerprint)) waiting.push(account)
  }
  return waiting
}
