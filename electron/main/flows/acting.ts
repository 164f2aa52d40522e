import type { Address, Hex32 } from '../domain/bytes.ts'
import { type Charge, isHandedOver } from '../domain/custody.ts'
import { Failure } from '../domain/failure.ts'
import type { Receipt } from '../ports/ledger.ts'
import type { Wallet } from '../ports/wallet.ts'
import { bring } from './bring-act.ts'
import { custodies } from './custodies.ts'
import { publications } from './read-key.ts'
import { readName } from './read-person.ts'
import type { Outside, World } from './world.ts'

/**
 * Whom a wallet acts for now. Without names: nobody's vault is open.
 * @returns nobody where the chain does not answer and was never heard
 */
export async function chargesOf(outside: Outside, signer: Address): Promise<Omit<Charge, 'name'>[]> {
  const events = await outside.index.sync().then(
    () => outside.index.events({ kinds: ['custodian-set', 'handed-over'] }),
    (error) => {
      if (Failure.from(error).code === 'E_CHAIN_UNREACHABLE') return []
      throw error
    },
  )
  const named = events.filter(({ fields }) => fields.custodian === signer).map(({ patient }) => patient!)
  if (named.length === 0) return []
  const now = await outside.ledger.now()
  const found = await Promise.all(
    [...new Set(named)].map(async (address) => ({ address, custody: await outside.ledger.custody(address) })),
  )
  return found.flatMap(({ address, custody }) =>
    custody?.custodian === signer && now < custody.until ? [{ address, until: custody.until }] : [],
  )
}

/**
 * Whose wallet signs for an account: its own or, where it has no key, that of who acts for it, which must be connected. So
 * a passphrase alone opens nothing for somebody who no longer acts.
 * @throws Failure E_CUSTODY_OVER, E_WALLET_DISCONNECTED
 */
export async function signerFor(outside: Outside, account: Address): Promise<Address> {
  const custody = await outside.ledger.custody(account).catch((error) => {
    // Whoever has a custodian came in by the chain: what it said then is remembered.
    if (Failure.from(error).code === 'E_CHAIN_UNREACHABLE') return null
    throw error
  })
  if (custody === null) return account
  const connected = await outside.wallet.account()
  if (connected !== custody.custodian || (await outside.ledger.now()) >= custody.until)
    throw new Failure('E_CUSTODY_OVER', { address: account })
  return connected
}

/** A wallet that signs for an account as well as for itself. */
export const actingFor = (wallet: Wallet, account: Address, signer: Address): Wallet => ({
  account: wallet.account,
  signAct: (act) => wallet.signAct(act, { account, signer }),
  signMessage: (from, message) => wallet.signMessage(from === account ? signer : from, message),
  send: wallet.send,
})

/** Whether somebody else acted when the key was published, and so knows it. */
export async function isKnownToOther(world: World): Promise<boolean> {
  if (world.signer === world.me) return false
  await world.index.sync()
  const [published] = publications(world, world.me)
  return published !== undefined && custodies(world).signerOf(world.me, published) !== world.signer
}

/**
 * Gives the account to the patient's own wallet. From then on this one signs nothing for it any more.
 * @throws Failure E_CUSTODIAN_UNFIT, E_CUSTODY_OVER, E_CONFIRM_DECLINED
 */
export async function handOver(world: World, to: Address): Promise<Receipt> {
  if (world.signer === world.me) throw new Failure('E_NOT_ALLOWED', { address: world.me })
  const name = (await readName(world, world.me)) ?? ''
  await world.confirm.ask({ act: 'hand-over', name, address: to })
  return bring(world, 'HandOver', { by: world.signer, patient: world.me, to })
}

/**
 * The same by an admin, where the time of whoever acted is over and nobody was handed anything.
 * @throws Failure E_NOT_ALLOWED while somebody acts, E_CUSTODIAN_UNFIT, E_CONFIRM_DECLINED
 */
export async function handOverEnded(world: World, patient: Address, to: Address): Promise<void> {
  const custody = await world.ledger.custody(patient)
  if (custody === null || (await world.ledger.now()) < custody.until)
    throw new Failure('E_NOT_ALLOWED', { address: patient })
  const name = (await readName(world, patient)) ?? ''
  await world.confirm.ask({ act: 'hand-over-ended', name, address: to })
  await bring(world, 'HandOver', { by: world.me, patient, to })
}

/**
 * Lets another wallet act from now on, for as long as this one would have.
 * @throws Failure E_CUSTODIAN_UNFIT, E_CUSTODY_OVER, E_CONFIRM_DECLINED, E_NOT_ALLOWED once it was handed over
 */
export async function passOn(world: World, custodian: Address): Promise<Receipt> {
  const custody = world.signer === world.me ? null : await world.ledger.custody(world.me)
  if (custody === null || isHandedOver(custody)) throw new Failure('E_NOT_ALLOWED', { address: world.me })
  const { until } = custody
  const name = (await readName(world, world.me)) ?? ''
  await world.confirm.ask({ act: 'pass-on', name, address: custodian, facts: { until } })
  const message = { by: world.signer, patient: world.me, custodian, until, seed: NO_SEED }
  return bring(world, 'SetCustodian', message)
}

/** The seed is looked at the first time only. */
const NO_SEED = `0x${'00'.repeat(32)}` as Hex32
