import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { handedShareCodec, type Kit, kitCodec } from '../../electron/main/crypto/blocks.ts'
import { contextOf } from '../../electron/main/crypto/context.ts'
import {
  type Handed,
  handShare,
  makeKit,
  openKit,
  ownShare,
  type PlanRequest,
  readerAddress,
  sortShares,
} from '../../electron/main/crypto/emergency-kit.ts'
import type { OwnKeys } from '../../electron/main/crypto/envelope.ts'
import { fingerprintOf } from '../../electron/main/crypto/fingerprint.ts'
import { generateRsa, spkiOf } from '../../electron/main/crypto/key-pair.ts'
import { joinKey, SHARE_BYTES, splitKey } from '../../electron/main/crypto/shares.ts'
import type { Address, ContentKey } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'

const at = (digit: string): Address => `0x${digit.repeat(40)}` as unknown as Address
const patient = at('a')
const doctor = at('d')
const context = contextOf({ chainId: 31337, contract: at('c') })

type Holder = { readonly address: Address; readonly spki: Uint8Array; readonly keys: OwnKeys }

async function holder(address: Address, earlier?: Holder): Promise<Holder> {
  const key = await generateRsa()
  const spki = spkiOf(key)
  return { address, spki, keys: new Map([[fingerprintOf(spki), key], ...(earlier?.keys ?? [])]) }
}

const codeOf = (done: () => unknown): unknown => {
  try {
    done()
  } catch (error) {
    const { code, detail } = Failure.from(error)
    return [code, detail.guardian]
  }
  return null
}

describe('the key for emergencies', () => {
  let guardians: Holder[]
  let asking: Holder
  let kit: Kit
  const request: PlanRequest = { patient, plan: 3, request: 7, doctor }

  beforeAll(async () => {
    guardians = await Promise.all(['1', '2', '3'].map((digit) => holder(at(digit))))
    asking = await holder(doctor)
    kit = await makeKit(context, { patient, plan: 3 }, guardians, 2)
  })

  const hand = (place: number, about = request) => {
    const { address, keys } = guardians[place]!
    return { by: address, share: handShare(context, kit, address, keys, about, asking) }
  }
  const sorted = (...handed: Handed[]) => sortShares(context, kit, asking.keys, request, handed)

  it('any two of three shares open it, and give the same key', async () => {
    for (const [one, other] of [
      [0, 1],
      [2, 0],
      [1, 2],
    ] as const) {
      const shares = sorted(hand(one), hand(other))
      expect(shares.false).toEqual([])
      expect(spkiOf(await openKit(context, kit, shares.true))).toEqual(kit.reader)
    }
    expect(readerAddress(kit.reader)).toMatch(/^0x[0-9a-f]{40}$/)
  })

  it('one share is not enough, twice neither', () => {
    expect(codeOf(() => sorted(hand(0)))).toEqual(['E_SHARES_MISSING', undefined])
    expect(codeOf(() => sorted(hand(0), hand(0)))).toEqual(['E_SHARES_MISSING', undefined])
  })

  it('one share says nothing of the key, and every other key is as likely by it', async () => {
    const key = new Uint8Array(32).fill(7) as ContentKey
    const [share] = await splitKey(key, 3, 2)
    const [, foreign] = await splitKey(new Uint8Array(32).fill(9) as ContentKey, 3, 2)
    expect(share).toHaveLength(SHARE_BYTES)
    expect(await joinKey([share!, foreign!])).not.toEqual(key)
  })

  it.each([
    [
      'altered on the way',
      () => {
        const handed = hand(1)
        const wrapped = Uint8Array.from(handed.share.to.wrapped)
        wrapped[9]! ^= 1
        return { ...handed, share: { ...handed.share, to: { ...handed.share.to, wrapped } } }
      },
    ],
    ['of another request', () => hand(1, { ...request, request: 8 })],
    [
      'of another request, said to be of this one',
      () => {
        const handed = hand(1, { ...request, request: 8 })
        return { ...handed, share: { ...handed.share, request: 7 } }
      },
    ],
    [
      'for another doctor',
      () => {
        const { address, keys } = guardians[1]!
        const other = { address: at('e'), spki: asking.spki }
        return { by: address, share: handShare(context, kit, address, keys, request, other) }
      },
    ],
    ['somebody else’s', () => ({ ...hand(2), by: at('2') })],
  ])('a share that is %s is false: its guardian is named, and the others still do', (_, make) => {
    const bad = make() as ReturnType<typeof hand>
    expect(codeOf(() => sorted(hand(0), bad))).toEqual(['E_SHARE_FALSE', at('2')])
    expect(codeOf(() => sorted(hand(0), { by: at('2'), share: null }))).toEqual(['E_SHARE_FALSE', at('2')])
    const shares = sorted(hand(0), bad, hand(2))
    expect(shares.false).toEqual([at('2')])
    expect(shares.true).toHaveLength(2)
  })

  it('a guardian’s share that the kit does not know is refused before it is handed over', () => {
    const [first, ...others] = kit.shares
    const digest = `0x${createHash('sha256').update('other').digest('hex')}` as const
    const forged = { ...kit, shares: [{ ...first!, digest }, ...others] }
    const { address, keys } = guardians[0]!
    expect(codeOf(() => ownShare(context, forged, address, keys))).toEqual(['E_SHARE_FALSE', address])
    expect(codeOf(() => ownShare(context, kit, at('9'), keys))).toEqual(['E_NOT_ADDRESSED', undefined])
    const moved = { ...kit, plan: 4 }
    expect(codeOf(() => ownShare(context, moved, address, keys))).toEqual(['E_NOT_ADDRESSED', undefined])
  })

  it('a guardian whose key was rotated meanwhile still hands over the share', async () => {
    const before = guardians[1]!
    const rotated = await holder(before.address, before)
    const share = handShare(context, kit, rotated.address, rotated.keys, request, asking)
    const shares = sorted(hand(0), { by: rotated.address, share })
    expect(spkiOf(await openKit(context, kit, shares.true))).toEqual(kit.reader)
    const fresh = await holder(before.address)
    expect(codeOf(() => handShare(context, kit, fresh.address, fresh.keys, request, asking))).toEqual([
      'E_NOT_ADDRESSED',
      undefined,
    ])
  })

  it('a kit whose key was put in the place of another one opens nothing', async () => {
    const other = { ...kit, reader: asking.spki }
    const shares = sorted(hand(0), hand(1))
    await expect(openKit(context, other, shares.true)).rejects.toMatchObject({ code: 'E_BLOCK_REPLACED' })
    const spoilt = { ...kit, sealed: kit.sealed.with(60, kit.sealed[60]! ^ 1) }
    await expect(openKit(context, spoilt, shares.true)).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
  })

  it('kit and share are blocks that read back as they were', () => {
    const [first, second] = [kitCodec.encode(kit), handedShareCodec.encode(hand(0).share)]
    expect(kitCodec.encode(kitCodec.decode(first))).toEqual(first)
    expect(handedShareCodec.encode(handedShareCodec.decode(second))).toEqual(second)
  })
})
