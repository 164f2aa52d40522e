import { beforeAll, describe, expect, it } from 'vitest'
import type { Kit } from '../../electron/main/crypto/blocks.ts'
import { contextOf } from '../../electron/main/crypto/context.ts'
import { answerDrill, makeDrill, tryDrill } from '../../electron/main/crypto/drill.ts'
import { handShare, makeKit, ownShare } from '../../electron/main/crypto/emergency-kit.ts'
import type { OwnKeys } from '../../electron/main/crypto/envelope.ts'
import { fingerprintOf } from '../../electron/main/crypto/fingerprint.ts'
import { generateRsa, spkiOf } from '../../electron/main/crypto/key-pair.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'

type Holder = { readonly address: Address; readonly spki: Uint8Array; readonly keys: OwnKeys }

const at = (digit: string): Address => `0x${digit.repeat(40)}` as unknown as Address
const context = contextOf({ chainId: 31337, contract: at('c') })

async function holder(digit: string): Promise<Holder> {
  const key = await generateRsa()
  const spki = spkiOf(key)
  return { address: at(digit), spki, keys: new Map([[fingerprintOf(spki), key]]) }
}

describe('a drill of a plan', () => {
  let patient: Holder
  let guardians: Holder[]
  let kit: Kit
  let drill: Kit

  beforeAll(async () => {
    patient = await holder('a')
    guardians = await Promise.all(['1', '2', '3'].map(holder))
    const plan = { patient: patient.address, plan: 3 }
    kit = await makeKit(context, plan, guardians, 2)
    drill = await makeDrill(context, plan, guardians, 2)
  })

  const answer = (place: number, kits = { kit, drill }) => {
    const { address, keys } = guardians[place]!
    return { by: address, share: answerDrill(context, kits, address, keys, patient) }
  }
  const tried = (...handed: Parameters<typeof tryDrill>[3]) => tryDrill(context, drill, patient.keys, handed)

  it('opens when as many have answered as must agree in an emergency, and no earlier', async () => {
    expect(await tried()).toEqual({ true: [], opened: false })
    expect(await tried(answer(1))).toEqual({ true: [at('2')], opened: false })
    expect(await tried(answer(1), answer(1))).toMatchObject({ opened: false })
    expect(await tried(answer(2), answer(0))).toEqual({ true: [at('3'), at('1')], opened: true })
  })

  it('takes an answer that is none, or somebody else’s, for false', async () => {
    const borrowed = { ...answer(0), by: at('2') }
    const nothing = { by: at('3'), share: null }
    expect(await tried(answer(0), borrowed, nothing)).toEqual({ true: [at('1')], opened: false })
  })

  it('is not answered by a guardian who could not help: their share of the plan’s own kit is looked at', async () => {
    const [first, ...others] = kit.shares
    const swapped = { ...kit, shares: [{ ...first!, wrapped: others[0]!.wrapped }, ...others] }
    expect(() => answer(0, { kit: swapped, drill })).toThrow(/E_NOT_ADDRESSED/)
    const altered = { ...kit, shares: [{ ...first!, digest: others[0]!.digest }, ...others] }
    expect(() => answer(0, { kit: altered, drill })).toThrow(/E_SHARE_FALSE/)
    expect(answer(1, { kit: swapped, drill }).by).toBe(at('2'))
  })

  it('gets nobody’s share of the plan’s own kit, though it is handed that kit instead of its own', () => {
    expect(() => answer(0, { kit, drill: kit })).toThrow(/E_NOT_ADDRESSED/)
  })

  it('leaves nothing that is any good in an emergency', () => {
    const { address, keys } = guardians[0]!
    expect(() => ownShare(context, drill, address, keys)).toThrow(/E_NOT_ADDRESSED/)
    const request = { patient: patient.address, plan: 3, request: 7, doctor: at('d') }
    expect(() => handShare(context, drill, address, keys, request, patient)).toThrow(/E_NOT_ADDRESSED/)
  })
})
