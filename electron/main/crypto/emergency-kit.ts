import { createHash, type KeyObject } from 'node:crypto'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { HandedShare, Kit } from './blocks.ts'
import type { KitContext } from './context.ts'
import { type Addressee, newKey, type OwnKeys, wrapTo } from './envelope.ts'
import { fingerprintOf } from './fingerprint.ts'
import { toHex } from './hex.ts'
import { generateRsa, importPrivateKey, pkcs8Of, spkiOf } from './key-pair.ts'
import { unwrap } from './oaep.ts'
import { joinKey, SHARE_BYTES, splitKey } from './shares.ts'
import { openBytes, sealBytes } from './streaming.ts'

/** Which plan of whom. */
export type PlanNumber = { readonly patient: Address; readonly plan: number }
/** Which request under it, and who asked. */
export type PlanRequest = PlanNumber & { readonly request: number; readonly doctor: Address }

/**
 * The name under which an emergency access key stands in keyrings: the last 20 bytes of its SPKI's SHA-256. Nobody holds
 * an account there.
 */
export const readerAddress = (spki: Uint8Array): Address =>
  `0x${fingerprintOf(spki).slice(-40)}` as unknown as Address

const digestOf = (share: Uint8Array): Kit['shares'][number]['digest'] =>
  toHex(createHash('sha256').update(share).digest())

/**
 * A new emergency access key: its public half in the clear, its private half sealed under a key that is split among the
 * guardians. What could open it is gone when this returns.
 */
export async function makeKit(
  context: KitContext,
  { patient, plan }: PlanNumber,
  guardians: readonly Addressee[],
  threshold: number,
): Promise<Kit> {
  const pair = await generateRsa()
  const key = newKey()
  const sealed = await sealBytes(key, context.emergency(patient, plan), pkcs8Of(pair))
  const shares = await splitKey(key, guardians.length, threshold)
  return {
    v: 1,
    patient,
    plan,
    threshold,
    reader: spkiOf(pair),
    sealed,
    shares: guardians.map((guardian, index) => ({
      ...wrapTo(guardian, context.share(patient, plan, guardian.address), shares[index]!),
      digest: digestOf(shares[index]!),
    })),
  }
}

/** @throws Failure E_SHARE_FALSE naming the guardian, when it is not the share that the kit was made with */
function assertShare(kit: Kit, guardian: Address, share: Uint8Array): void {
  const listed = kit.shares.find(({ address }) => address === guardian)
  if (listed?.digest !== digestOf(share)) throw new Failure('E_SHARE_FALSE', { guardian })
}

/** @throws Failure E_NOT_ADDRESSED when the kit has none for this guardian, E_SHARE_FALSE */
export function ownShare(context: KitContext, kit: Kit, guardian: Address, keys: OwnKeys): Uint8Array {
  const { patient, plan } = kit
  const mine = kit.shares.find(({ address }) => address === guardian)
  const own = mine === undefined ? undefined : keys.get(mine.key)
  if (mine === undefined || own === undefined) throw new Failure('E_NOT_ADDRESSED', { plan })
  const share = unwrap(own, context.share(patient, plan, guardian), mine.wrapped, SHARE_BYTES)
  assertShare(kit, guardian, share)
  return share
}

/** A guardian's own share, for one doctor and one request. @throws Failure as `ownShare` */
export function handShare(
  context: KitContext,
  kit: Kit,
  guardian: Address,
  keys: OwnKeys,
  request: PlanRequest,
  doctor: Addressee,
): HandedShare {
  const { patient, plan } = kit
  const share = ownShare(context, kit, guardian, keys)
  const label = context.handedShare(patient, plan, request.request, doctor.address)
  return { v: 1, patient, plan, request: request.request, guardian, to: wrapTo(doctor, label, share) }
}

/**
 * A share and the guardian who brought it to the chain: what the block says of itself could put it on somebody else. Null
 * where the block is no share at all.
 */
export type Handed = { readonly by: Address; readonly share: HandedShare | null }

/** What guardians have handed over: the true shares, and whose were not what they should be. */
type Sorted = { readonly true: ReadonlyMap<Address, Uint8Array>; readonly false: readonly Address[] }

/** Tells true shares from false ones. */
export function tellShares(
  context: KitContext,
  kit: Kit,
  keys: OwnKeys,
  request: PlanRequest,
  handed: readonly Handed[],
): Sorted {
  const good = new Map<Address, Uint8Array>()
  const bad: Address[] = []
  for (const { by, share } of handed) {
    try {
      good.set(by, takeShare(context, kit, keys, request, by, share))
    } catch {
      bad.push(by)
    }
  }
  return { true: good, false: bad }
}

/**
 * The same where enough must be true.
 * @throws Failure E_SHARE_FALSE with the guardians whose shares are false, E_SHARES_MISSING, when the rest is too few
 */
export function sortShares(...told: Parameters<typeof tellShares>): Sorted {
  const [, kit] = told
  const sorted = tellShares(...told)
  if (sorted.true.size >= kit.threshold) return sorted
  if (sorted.false.length > 0) throw new Failure('E_SHARE_FALSE', { guardian: sorted.false.join(' ') })
  throw new Failure('E_SHARES_MISSING', { found: sorted.true.size, needed: kit.threshold })
}

/** Joins true shares and opens the kit. @throws Failure E_BLOCK_DAMAGED, E_BLOCK_REPLACED */
export async function openKit(
  context: KitContext,
  kit: Kit,
  shares: ReadonlyMap<Address, Uint8Array>,
): Promise<KeyObject> {
  const joined = await joinKey([...shares.values()].slice(0, kit.threshold))
  const opened = await openBytes(joined, context.emergency(kit.patient, kit.plan), kit.sealed)
  const key = importPrivateKey(opened)
  if (fingerprintOf(spkiOf(key)) !== fingerprintOf(kit.reader))
    throw new Failure('E_BLOCK_REPLACED', { what: 'kit' })
  return key
}

function takeShare(
  context: KitContext,
  kit: Kit,
  keys: OwnKeys,
  request: PlanRequest,
  by: Address,
  handed: HandedShare | null,
): Uint8Array {
  if (handed === null) throw new Failure('E_SHARE_FALSE', { guardian: by })
  const { patient, plan, request: number, guardian, to } = handed
  const own = keys.get(to.key)
  const isThis = patient === kit.patient && plan === kit.plan && number === request.request && guardian === by
  if (!isThis || own === undefined) throw new Failure('E_SHARE_FALSE', { guardian })
  const label = context.handedShare(patient, plan, number, request.doctor)
  const share = unwrap(own, label, to.wrapped, SHARE_BYTES)
  assertShare(kit, guardian, share)
  return share
}
