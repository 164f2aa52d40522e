import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { createMetrics } from '../../electron/main/adapters/metrics-sqlite.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { Stopwatch, timed } from '../../electron/main/flows/stopwatch.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { LETTER, openCast, terms, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

describe('a stopwatch', () => {
  let now = 0
  const pass = (milliseconds: number): void => {
    now += milliseconds
  }

  it('counts each part, and nothing while a person is waited for', async () => {
    const watch = new Stopwatch(() => now)
    pass(5)
    watch.enter('sealing')
    pass(20)
    watch.enter('signing')
    pass(1)
    const world = watch.watching({
      wallet: { signAct: async () => pass(60_000) },
      confirm: { ask: async () => pass(30_000) },
      ledger: {
        carry: async () => {
          pass(300)
          return { gas: 90_000 }
        },
      },
    } as unknown as World)
    await world.confirm.ask({} as never)
    await world.wallet.signAct({} as never)
    pass(2)
    await world.ledger.carry({} as never, '0x')
    watch.enter('rekeying')
    pass(40)
    expect(watch.lap()).toEqual({
      parts: { preparing: 8, sealing: 20, recording: 300, rekeying: 40 },
      gas: 90_000,
    })
    pass(7)
    expect(watch.lap()).toEqual({ parts: { rekeying: 7 }, gas: null })
  })

  it('is not confused by things that end in another order than they began', async () => {
    const watch = new Stopwatch(() => now)
    const first = Promise.withResolvers<void>()
    const second = Promise.withResolvers<void>()
    const outer = watch.during('uploading', () => first.promise)
    pass(10)
    const inner = watch.during(null, () => second.promise)
    pass(100)
    first.resolve()
    await outer
    pass(100)
    second.resolve()
    await inner
    pass(3)
    expect(watch.lap().parts).toEqual({ preparing: 3, uploading: 10 })
  })
})

describe('acts of people', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let patient: Person
  let doctor: Person

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ patient, doctor } = await openCast(clinic))
  })
  afterAll(() => clinic.close())

  const noted = (person: Person) => person.world.metrics.since(0)
  const add = async () => {
    const source = memorySource('letter.txt', [text('a letter')])
    return patient.settled(await patient.jobs.add({ patient: patient.world.me, ...LETTER }, source))
  }

  it('leave their times behind, and nothing that leads back to them', async () => {
    const { record } = await add()
    await patient.settled(await patient.jobs.give({ reader: doctor.world.me, ...terms() }))
    await openRecord(doctor.world, patient.world.me, record!)
    await doctor.jobs.views.flush()
    await patient.settled(await patient.jobs.remove(doctor.world.me, 'Dr. Somebody', [0, 1]))

    expect(noted(patient).map(({ act, code }) => [act, code])).toEqual([
      ['add', null],
      ['give', null],
      ['remove', null],
      ['rekey', null],
    ])
    expect(noted(doctor).map(({ act, code }) => [act, code])).toEqual([
      ['view', null],
      ['log', null],
    ])
    const [added, , removed, rekeyed] = noted(patient)
    expect(Object.keys(added!.parts).sort()).toEqual(['preparing', 'recording', 'sealing', 'uploading'])
    expect(removed!.parts.recording).toBeGreaterThan(0)
    expect(rekeyed!.parts.rekeying).toBeGreaterThan(0)
    expect(noted(doctor)[0]!.parts.reading).toBeGreaterThan(0)
    expect(noted(doctor)[0]!.gas).toBeNull()
    // As the chain counts it, to two places.
    for (const { gas } of [...noted(patient), noted(doctor)[1]!]) {
      expect(gas).toBeGreaterThan(21_000)
      expect(Number(gas!.toPrecision(2))).toBe(gas)
    }
    for (const { milliseconds, parts, at } of [...noted(patient), ...noted(doctor)]) {
      expect(milliseconds).toBeCloseTo(
        Object.values(parts).reduce((sum, time) => sum + time, 0),
        0,
      )
      expect(at % 60).toBe(0)
    }
    const all = JSON.stringify([...noted(patient), ...noted(doctor)])
    expect(all).not.toMatch(/0x|Dr|[Ll]etter|baf/)
    for (const { world } of [patient, doctor]) expect(all).not.toContain(world.me.slice(2, 10))
  })

  it('that fail say with which code; how long the file was is told to two places', async () => {
    const metrics = createMetrics(':memory:')
    const world = { ...patient.world, metrics }
    const failing = timed(world, 'view', async () => {
      throw new Failure('E_NOT_ALLOWED', { patient: patient.world.me })
    })
    await expect(failing).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    await timed(
      world,
      'view',
      async () => 123_456,
      (bytes) => bytes,
    )
    expect(metrics.since(0).map(({ code, bytes }) => [code, bytes])).toEqual([
      ['E_NOT_ALLOWED', null],
      [null, 120_000],
    ])
    patient.wallet.refuse = new Failure('E_WALLET_REJECTED')
    await add()
    patient.wallet.refuse = null
    expect(noted(patient).at(-1)).toMatchObject({ act: 'add', code: 'E_WALLET_REJECTED' })
  })
})
