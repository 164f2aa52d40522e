import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNetworkProbe } from '../../electron/main/adapters/network-probe.ts'
import type { MeasureProgress } from '../../electron/main/domain/measurement.ts'
import { measureNetwork, openMeasurement } from '../../electron/main/flows/measure-network.ts'
import { MACHINE } from '../support/measurement.ts'
import { openRelayed, openRelayer, type Relayed } from '../support/relayed.ts'

describe('measuring a network whose acts the clinic’s account pays for', () => {
  let clinic: Relayed
  let relayer: ReturnType<typeof openRelayer>

  beforeAll(async () => {
    clinic = await openRelayed()
    relayer = openRelayer(clinic.network, clinic.file())
  })
  afterAll(async () => {
    await relayer.stop()
    await clinic.close()
  })

  it('goes through its queue, and ends with its code once the day’s limit is reached', async () => {
    const { world } = clinic.admin
    const through = { ...world, ledger: { ...world.ledger, ...relayer.carrier } }
    const patient = await openMeasurement(through, true)
    const tell = ({ doing, rate, done }: MeasureProgress): void => {
      if (doing === 'sending' && rate === 2 && done === 0) relayer.queue.setLimit(1n)
    }
    const load = { top: 4, stepSeconds: 2, random: () => 0, signal: new AbortController().signal, tell }
    const reading = await createNetworkProbe(clinic.provider).read()
    const measurement = await measureNetwork(through, patient, load, {
      reading,
      payer: await through.ledger.payer(),
      machine: MACHINE,
    })
    expect(measurement).toMatchObject({
      ...{ ended: 'failed', code: 'E_RELAYER_LIMIT', knee: 1, left: 0 },
      steps: [{ asked: 1, acts: 2, done: 2, failed: 0 }],
      network: { payer: 'relayer' },
    })
    expect((await world.ledger.head(patient.account)).records).toBe(2)
    expect(relayer.queue.list().filter(({ act }) => act === 'AddRecord')).toHaveLength(2)
  })
})
