import { describe, expect, it } from 'vitest'
import { sessionMark } from '../../electron/main/crypto/session-mark.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'
import type { Account, Role } from '../../electron/main/domain/person.ts'
import { FrontDesk } from '../../electron/main/front-desk.ts'
import { addressAt, walletAt } from '../support/clinic.ts'

const DEPLOYMENT = { chainId: 31337, contract: `0x${'cc'.repeat(20)}` as Address }
const TOPIC = 'ab'.repeat(32)
const me = addressAt(4)

function open({ roles = [] as Role[], accepts = false } = {}) {
  let now = new Date('2026-11-24T10:00:00Z')
  const desk = new FrontDesk({
    deployment: DEPLOYMENT,
    ledger: { account: async (address) => ({ address, roles }) as unknown as Account },
    wallets: { accepts: async () => accepts },
    now: () => now,
  })
  return { desk, later: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)) }
}

describe('a phone proves its address to the front desk', () => {
  it('with a message that says whose it is, for which clinic, and the words on the screens', () => {
    const { message, mark } = open().desk.arrive(me, TOPIC)
    expect(message).toContain(walletAt(4).address)
    expect(message).toContain(mark.words.join(' '))
    expect(message).toContain('Chain ID: 31337')
    expect(message).toContain(DEPLOYMENT.contract)
  })

  it('by signing it', async () => {
    const { desk } = open({ roles: ['doctor'] })
    const { message } = desk.arrive(me, TOPIC)
    expect(desk.hasProven(me)).toBe(false)
    const proof = await desk.prove(await walletAt(4).signMessage(message))
    expect(proof).toEqual({ address: me, registered: ['doctor'] })
    expect(desk.hasProven(me)).toBe(true)
    expect(desk.hasProven(addressAt(5))).toBe(false)
  })

  it('not with another key, nor with an earlier message, nor twice', async () => {
    const { desk } = open()
    const first = desk.arrive(me, TOPIC)
    const second = desk.arrive(me, TOPIC)
    const old = await walletAt(4).signMessage(first.message)
    await expect(desk.prove(old)).rejects.toMatchObject({ code: 'E_SIGNATURE_FOREIGN' })
    const late = await walletAt(4).signMessage(second.message)
    await expect(desk.prove(late)).rejects.toMatchObject({ code: 'E_ARRIVAL_UNPROVEN' })
    const third = desk.arrive(me, TOPIC)
    const foreign = await walletAt(5).signMessage(third.message)
    await expect(desk.prove(foreign)).rejects.toMatchObject({ code: 'E_SIGNATURE_FOREIGN' })
    await expect(desk.prove('0x')).rejects.toMatchObject({ code: 'E_ARRIVAL_UNPROVEN' })
    expect(desk.hasProven(me)).toBe(false)
  })

  it('or as a contract that takes the signature for its own (ERC-1271)', async () => {
    const { desk } = open({ accepts: true })
    desk.arrive(me, TOPIC)
    await expect(desk.prove('0x1234')).resolves.toMatchObject({ address: me })
  })

  it('for ten minutes, or until the next one comes', async () => {
    const { desk, later } = open()
    await desk.prove(await walletAt(4).signMessage(desk.arrive(me, TOPIC).message))
    later(9)
    expect(desk.hasProven(me)).toBe(true)
    later(1)
    expect(desk.hasProven(me)).toBe(false)
    await desk.prove(await walletAt(4).signMessage(desk.arrive(me, TOPIC).message))
    desk.arrive(addressAt(5), TOPIC)
    expect(desk.hasProven(me)).toBe(false)
  })
})

describe('a session’s mark', () => {
  it('is the same for the same session, and fixed', () => {
    expect(sessionMark(TOPIC)).toEqual(sessionMark(TOPIC))
    expect(sessionMark(TOPIC)).toMatchInlineSnapshot(`
      {
        "colour": "pink",
        "words": [
          "task",
          "spider",
          "century",
        ],
      }
    `)
  })

  it('tells neighbours apart', () => {
    const marks = Array.from({ length: 200 }, (_, place) => sessionMark(String(place)).words.join(' '))
    expect(new Set(marks).size).toBe(200)
  })
})
