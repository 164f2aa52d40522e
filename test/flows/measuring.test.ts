import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNetworkProbe } from '../../electron/main/adapters/network-probe.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { MeasureState } from '../../electron/main/domain/measurement.ts'
import { Measuring } from '../../electron/main/measuring.ts'
import { openClinic, type Person } from '../support/clinic.ts'
import { MACHINE } from '../support/measurement.ts'

describe('the measurement that an admin asks for', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person

  beforeAll(async () => {
    clinic = await openClinic()
    admin = await clinic.person(0)
    await clinic.join(admin, ['admin'])
  })
  afterAll(() => clinic.close())

  /** A session at which somebody may stop being an admin. */
  function open() {
    const told: Pick<MeasureState, 'progress' | 'last'>[] = []
    const session = {
      world: admin.world,
      isAdmin: true,
      assertAdmin: () => {
        if (!session.isAdmin) throw new Failure('E_NOT_ALLOWED')
      },
    }
    const measuring = new Measuring({
      session: () => session,
      probe: createNetworkProbe(clinic.provider),
      changed: (state) => void told.push(state),
      pace: { stepSeconds: 1 },
    })
    const over = () => expect.poll(() => told.at(-1)?.progress).toBe(null)
    return { measuring, session, told, over }
  }

  it('goes on by itself, tells how far it is, and is kept for the report', async () => {
    const { measuring, told, over } = open()
    expect(await measuring.state()).toMatchObject({ inUse: true, pays: 'node', progress: null, last: null })
    expect(() => measuring.last()).toThrow(new Failure('E_INPUT', { measurement: 0 }))
    await measuring.begin(4, true, MACHINE)
    await over()
    expect(new Set(told.map(({ progress }) => progress?.doing))).toEqual(
      new Set(['preparing', 'sending', 'tidying', undefined]),
    )
    const { last, progress } = await measuring.state()
    expect(progress).toBeNull()
    expect(last).toEqual(told.at(-1)!.last)
    expect(last).toMatchObject({
      top: 4,
      machine: MACHINE,
      network: { reading: { consensus: 'development' } },
    })
    expect(measuring.last()).toBe(last)
  })

  it('is one at a time, and can be stopped', async () => {
    const { measuring, over } = open()
    const first = measuring.begin(64, true, MACHINE)
    await expect(measuring.begin(4, true, MACHINE)).rejects.toMatchObject({ code: 'E_LOAD_RUNNING' })
    await first
    await expect(measuring.begin(4, true, MACHINE)).rejects.toMatchObject({ code: 'E_LOAD_RUNNING' })
    measuring.stop()
    await over()
    expect(measuring.last().ended).toBe('stopped')
  })

  it('can be asked for again after it was refused', async () => {
    const { measuring, over } = open()
    await expect(measuring.begin(4, false, MACHINE)).rejects.toMatchObject({ code: 'E_LOAD_UNCONFIRMED' })
    admin.wallet.refuse = new Failure('E_WALLET_REJECTED')
    await expect(measuring.begin(4, true, MACHINE)).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
    admin.wallet.refuse = null
    await measuring.begin(4, true, MACHINE)
    measuring.stop()
    await over()
  })

  it('is the admin’s alone: nobody else begins or reads it, or is told how far it is', async () => {
    const { measuring, session, told } = open()
    await measuring.begin(4, true, MACHINE)
    session.isAdmin = false
    const before = told.length
    measuring.stop()
    await expect(measuring.state()).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    await expect(measuring.begin(4, true, MACHINE)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    expect(() => measuring.last()).toThrow('E_NOT_ALLOWED')
    /** An admin who is in for no longer than it takes to ask. */
    const look = async () => {
      session.isAdmin = true
      const asked = measuring.state()
      session.isAdmin = false
      return (await asked).last
    }
    await expect.poll(look).toMatchObject({ ended: 'stopped' })
    expect(told).toHaveLength(before)
  })
})
