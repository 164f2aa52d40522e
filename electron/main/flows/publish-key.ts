import { publicKeyCard } from '../crypto/fingerprint.ts'
import { pointerTo } from '../crypto/pointer.ts'
import type { Pointer, PublicBlock } from '../domain/bytes.ts'
import { GENERAL_FOLDER, IDENTITY_FOLDER } from '../domain/folder.ts'
import type { Role } from '../domain/person.ts'
import type { Block } from '../ports/vault.ts'
import { isKnownToOther } from './acting.ts'
import { bring, bringWithBlock, signWithWallet } from './bring-act.ts'
import { readName } from './read-person.ts'
import type { World } from './world.ts'

const TRUST_DAYS = 90

/** Publishes this person's key, trusts this device and opens a patient's first folders, with one signature. */
export async function publishKey(world: World, roles: readonly Role[]): Promise<void> {
  const { spki, device } = await world.vault.self()
  const { words } = publicKeyCard(spki)
  const name = (await readName(world, world.me)) ?? ''
  await world.confirm.ask({ act: 'publish', name, address: world.me, words })
  const folders = roles.includes('patient') ? [IDENTITY_FOLDER, GENERAL_FOLDER] : []
  const keyrings = await Promise.all(folders.map((folder) => firstKeyring(world, folder, spki)))
  const message = {
    account: world.me,
    publicKey: pointerTo(spki),
    device,
    folders,
    keyrings: keyrings.map(({ pointer }): Pointer => pointer),
  }
  const { act, signature } = await signWithWallet(world, 'Join', message)
  for (const block of [spki as PublicBlock, ...keyrings.map((keyring) => keyring.block)]) {
    await world.blobs.putBlock(block)
  }
  await world.ledger.carry(act, signature)
  await world.index.sync()
}

/**
 * Publishes a new key in place of one that is lost, or that somebody else knows who acted before: then no other device is
 * trusted any more. What only a lost key opens stays closed until readers give it back.
 */
export async function publishNewKey(world: World): Promise<void> {
  const { spki } = await world.vault.self()
  const { words } = publicKeyCard(spki)
  const name = (await readName(world, world.me)) ?? ''
  const compromised = await isKnownToOther(world)
  const facts = { replaces: !compromised }
  await world.confirm.ask({ act: 'publish', name, address: world.me, words, facts })
  const message = { account: world.me, publicKey: pointerTo(spki), compromised }
  await bringWithBlock(world, 'PublishKey', message, spki as PublicBlock)
  // What a device can still do is little; the key has been replaced all the same.
  if (compromised) await distrustOthers(world).catch(() => undefined)
}

const firstKeyring = (world: World, folder: number, spki: Uint8Array): Promise<Block> =>
  world.vault.createKeyring(
    { patient: world.me, folder, epoch: 0 },
    null,
    [{ address: world.me, spki }],
    null,
  )

/** Lets this machine log views and re-key without a prompt: after a restore, and when the old trust ends. */
export async function trustDevice(world: World): Promise<void> {
  const { spki, device } = await world.vault.self()
  const { words } = publicKeyCard(spki)
  const until = (await world.ledger.now()) + TRUST_DAYS * 24 * 3600
  const name = (await readName(world, world.me)) ?? ''
  await world.confirm.ask({ act: 'trust', name, address: world.me, words, facts: { until } })
  await bring(world, 'TrustDevice', { account: world.me, device, until })
}

/** Ends what this person's other computers may do, one prompt for each. */
async function distrustOthers(world: World): Promise<void> {
  const { device: own } = await world.vault.self()
  const trusting = world.index.events({
    kinds: ['joined', 'device-trusted'],
    actor: world.me,
    concerning: world.me,
  })
  const devices = new Set(trusting.map(({ subject }) => subject).filter((device) => device !== null))
  const now = await world.ledger.now()
  for (const device of devices) {
    if (device === own || (await world.ledger.deviceTrustedUntil(world.me, device)) <= now) continue
    await bring(world, 'DistrustDevice', { account: world.me, device })
  }
}
