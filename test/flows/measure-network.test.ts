import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNetworkProbe } from '../../electron/main/adapters/network-probe.ts'
import type { MeasureProgress } from '../../electron/main/domain/measurement.ts'
import type { NetworkReading } from '../../electron/main/domain/performance.ts'
import { listPeople, overview } from '../../electron/main/flows/list-people.ts'
import { type Load, measureNetwork, openMeasurement } from '../../electron/main/flows/measure-network.ts'
import { suspendPerson } from '../../electron/main/flows/register-person.ts'
import type { SyntheticPatient } from '../../electron/main/flows/synthetic-patient.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { register } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'
import { MACHINE } from '../support/measurement.ts'

describe('measuring the network', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let reading: NetworkReading

  beforeAll(async () => {
    clinic = await openClinic()
    admin = await clinic.person(0)
    doctor = await clinic.person(1)
    await clinic.join(admin, ['admin'])
    await register(admin, doctor, 'doctor')
    await clinic.join(doctor, ['doctor'])
    reading = await createNetworkProbe(clinic.provider).read()
  })
  afterAll(() => clinic.close())

  const rpc = (method: string, ...params: unknown[]) => clinic.provider.send(method, params)
  const changing = <Port extends keyof World>(port: Port, change: Partial<World[Port]>): World => ({
    ...admin.world,
    [port]: { ...(admin.world[port] as object), ...change },
  })

  async function measured(load: Partial<Load>, world: World = admin.world, opened?: SyntheticPatient) {
    const patient = opened ?? (await openMeasurement(world, true))
    const told: MeasureProgress[] = []
    const measurement = await measureNetwork(
      world,
      patient,
      {
        ...{ top: 2, stepSeconds: 1, random: () => 0, signal: new AbortController().signal, ...load },
        tell: (progress) => {
          told.push(progress)
          load.tell?.(progress)
        },
      },
      { reading, payer: await world.ledger.payer(), machine: MACHINE },
    )
    return { measurement, patient, told }
  }

  /** A chain with a block so many seconds after each rate begins, and again and again, however many acts come. */
  async function withBlocksAfter<T>(
    secondsAt: (rate: number) => number,
    run: (tell: (progress: MeasureProgress) => void) => Promise<T>,
  ): Promise<T> {
    await rpc('evm_setAutomine', false)
    await rpc('evm_setIntervalMining', 1)
    try {
      return await run(({ doing, rate, done }) => {
        if (doing === 'sending' && done === 0) void rpc('evm_setIntervalMining', secondsAt(rate))
      })
    } finally {
      await rpc('evm_setIntervalMining', 0)
      await rpc('evm_setAutomine', true)
    }
  }

  it('is refused to everybody but admins', async () => {
    await expect(openMeasurement(doctor.world, true)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
  })

  it('is refused on a network in use until somebody has confirmed it, and sends nothing before', async () => {
    const asked = admin.wallet.asked.length
    await expect(openMeasurement(admin.world, false)).rejects.toMatchObject({ code: 'E_LOAD_UNCONFIRMED' })
    expect(admin.wallet.asked).toHaveLength(asked)
  })

  it('needs no confirmation in a demo clinic', async () => {
    const network = { ...clinic.network, demo: { phrase: '', people: [] } }
    const patient = await openMeasurement({ ...admin.world, network }, false)
    expect(await patient.tidy()).toBe(0)
  })

  it('is refused where each act would ask a wallet', async () => {
    const asked = admin.wallet.asked.length
    const world = changing('ledger', { payer: async () => 'wallet' })
    await expect(openMeasurement(world, true)).rejects.toMatchObject({ code: 'E_LOAD_PROMPTS' })
    expect(admin.wallet.asked).toHaveLength(asked)
  })

  it('adds records of nobody at a rising rate, asks the admin’s wallet once, and leaves no ciphertext', async () => {
    const asked = admin.wallet.asked.length
    const before = await clinic.blobs.usage()
    const { measurement, patient, told } = await withBlocksAfter(
      () => 2,
      (tell) => measured({ top: 4, tell }),
    )
    expect(admin.wallet.asked.slice(asked)).toEqual(['RegisterPatient'])
    expect(measurement).toMatchObject({
      ...{ ended: 'top', code: null, knee: 4, top: 4, stepSeconds: 1, left: 0, machine: MACHINE },
      steps: [
        { asked: 1, acts: 1, done: 1, failed: 0 },
        { asked: 2, acts: 2, done: 2, failed: 0 },
        { asked: 4, acts: 4, done: 4, failed: 0 },
      ],
      network: { clinic: 'Test clinic', chainId: 31337, payer: 'node', stores: [], copies: 1 },
      storing: { bytes: 4096 },
    })
    for (const { p50, p95, reached } of measurement.steps) {
      expect(p50).toBeGreaterThan(0)
      expect(p95).toBeGreaterThanOrEqual(p50)
      expect(reached).toBeGreaterThan(0)
    }
    expect((await admin.world.ledger.head(patient.account)).records).toBe(7)
    // Its profile stays, which names it in the list.
    expect((await clinic.blobs.usage()).blocks).toBe(before.blocks + 1)
    expect(told.map(({ doing }) => doing)).toEqual(
      expect.arrayContaining(['preparing', 'sending', 'tidying']),
    )
    expect(JSON.stringify(measurement)).not.toContain('0x')
  })

  it('is not counted among what people do', async () => {
    await measured({ top: 1 })
    expect(admin.world.metrics.since(0)).toEqual([])
  })

  it('leaves a patient in the list who says that it is nobody, and whose time is over within the hour', async () => {
    const patient = await openMeasurement(admin.world, true)
    await patient.tidy()
    const [newest] = await listPeople(admin.world)
    expect(newest).toMatchObject({ address: patient.account, roles: ['patient'], hasKey: false })
    expect(newest!.name).toMatch(/nobody/)
    const { patientUntil } = await admin.world.ledger.account(patient.account)
    const left = patientUntil - (await admin.world.ledger.now())
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(3600)
  })

  it('awaits no key of it once its time is over', async () => {
    const inAnHour = () => new Date(Date.now() + 3_700_000)
    const { waitingForKey } = await overview(admin.world)
    await (await openMeasurement(admin.world, true)).tidy()
    expect((await overview(admin.world)).waitingForKey).toBe(waitingForKey + 1)
    expect((await overview({ ...admin.world, now: inAnHour })).waitingForKey).toBe(0)
  })

  it('ends where latency bends, and names the rate before', async () => {
    const { measurement } = await withBlocksAfter(
      (rate) => (rate < 4 ? 2 : 7),
      (tell) => measured({ top: 64, tell }),
    )
    expect(measurement).toMatchObject({ ended: 'bent', code: null, knee: 2 })
    expect(measurement.steps.map(({ asked }) => asked)).toEqual([1, 2, 4])
    expect(measurement.steps[2]!.p95).toBeGreaterThan(1.5 * measurement.steps[0]!.p95)
  })

  it('keeps what was measured when it is stopped in the middle, and waits for what is under way', async () => {
    const stop = new AbortController()
    const { measurement, patient } = await measured({
      top: 4,
      stepSeconds: 2,
      signal: stop.signal,
      tell: ({ doing, rate, done }) => {
        if (doing === 'sending' && rate === 2 && done === 1) stop.abort()
      },
    })
    expect(measurement).toMatchObject({ ended: 'stopped', code: null, knee: 1, left: 0 })
    expect(measurement.steps[0]).toMatchObject({ asked: 1, acts: 2, done: 2 })
    const cut = measurement.steps[1]!
    expect(cut).toMatchObject({ asked: 2, acts: 4, failed: 0 })
    expect(cut.done).toBeLessThan(4)
    expect((await admin.world.ledger.head(patient.account)).records).toBe(2 + cut.done)
  })

  it('ends by itself when it takes too long', async () => {
    const { measurement } = await measured({ top: 64, stepSeconds: 5, within: 3 })
    expect(measurement).toMatchObject({ ended: 'time', code: null })
    expect(measurement.steps.map(({ asked }) => asked)).toEqual([1])
  })

  it('keeps the rates before when the chain refuses in the middle, and says why it ended', async () => {
    const patient = await openMeasurement(admin.world, true)
    let carried = 0
    const carry: World['ledger']['carry'] = async (act, signature) => {
      carried += 1
      if (carried === 3) await suspendPerson(admin.world, patient.account)
      return admin.world.ledger.carry(act, signature)
    }
    const { measurement } = await measured({ top: 8 }, changing('ledger', { carry }), patient)
    expect(measurement).toMatchObject({ ended: 'failed', code: 'E_NOT_ALLOWED', knee: 1, left: 0 })
    expect(measurement.steps).toMatchObject([
      { asked: 1, acts: 1, done: 1, failed: 0 },
      { asked: 2, acts: 2, done: 1, failed: 1 },
    ])
    expect(carried).toBe(3)
  })

  it('says how many pieces a store would not let go of', async () => {
    const unpin = async () => Promise.reject(new Error('gone'))
    const { measurement } = await measured({ top: 1 }, changing('blobs', { unpin }))
    // The keyring, and a card and its content.
    expect(measurement.left).toBe(3)
  })
})
