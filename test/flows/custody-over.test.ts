import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '../../electron/main/domain/bytes.ts'
import { NO_END } from '../../electron/main/domain/right.ts'
import { handOverEnded } from '../../electron/main/flows/acting.ts'
import { registerChild } from '../../electron/main/flows/register-child.ts'
import { profileOf } from '../support/cast.ts'
import { addressAt, openClinic, type Person } from '../support/clinic.ts'

const PARENT = 4
const YOUNG = 5
const HOUR = 3600

describe('a child whose parent’s time is over without a hand-over', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let child: Address

  beforeAll(async () => {
    clinic = await openClinic()
    admin = await clinic.person(0)
    await clinic.join(admin, ['admin'])
    const custodyUntil = (await admin.world.ledger.now()) + HOUR
    const custodian = addressAt(PARENT)
    child = (await registerChild(admin.world, { profile: profileOf('Mia'), custodian, custodyUntil })).address
  })
  afterAll(() => clinic.close())

  const over = (to = addressAt(YOUNG)) => handOverEnded(admin.world, child, to)

  it('stays the parent’s as long as that time runs', async () => {
    await expect(over()).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
  })

  it('is then given to its own wallet by an admin, who asks in a window of main’s own, and only once', async () => {
    await clinic.provider.send('evm_increaseTime', [HOUR + 1])
    await clinic.provider.send('evm_mine', [])
    await expect(over(admin.world.me)).rejects.toMatchObject({ code: 'E_CUSTODIAN_UNFIT' })
    await over()
    expect(admin.questions.at(-1)).toMatchObject({ act: 'hand-over-ended', address: addressAt(YOUNG) })
    const custody = await admin.world.ledger.custody(child)
    expect(custody).toEqual({ custodian: addressAt(YOUNG), until: NO_END })
    await expect(over()).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
  })
})
