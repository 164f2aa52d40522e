import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendOnlyAgreed, watchWitness } from '../../electron/main/adapters/chain-witness.ts'
import type { Hex32 } from '../../electron/main/domain/bytes.ts'
import type { WitnessState } from '../../electron/main/domain/network.ts'
import { verifyLog } from '../../electron/main/flows/read-log.ts'
import { openClinic, type Person } from '../support/clinic.ts'
import { layLine } from '../support/line.ts'

let clinic: Awaited<ReturnType<typeof openClinic>>
/** Another chain with the same number and the same contract at the same place. */
let other: Awaited<ReturnType<typeof openClinic>>
let line: Awaited<ReturnType<typeof layLine>>
let admin: Person
const stops: (() => void)[] = []

beforeAll(async () => {
  ;[clinic, other] = await Promise.all([openClinic(), openClinic()])
  // Else two chains that began in the same second would be one.
  await other.provider.send('evm_increaseTime', [3600])
  for (let at = 0; at < 3; at += 1) await other.provider.send('evm_mine', [])
  line = await layLine(clinic.network.rpc)
  admin = await clinic.person(0)
  await clinic.join(admin, ['admin'])
})
afterAll(async () => {
  for (const stop of stops) stop()
  await line.stop()
  await Promise.all([clinic.close(), other.close()])
})

function watch(rpc: string | undefined) {
  const told: WitnessState[] = []
  const witness = watchWitness({
    network: { ...clinic.network, witness: rpc },
    provider: clinic.provider,
    changed: () => void told.push(witness.state()),
    everyMs: 50,
    againMs: 10,
  })
  stops.push(witness.stop)
  return { witness, told }
}

describe('a second node', () => {
  it('that a clinic does not have is not asked', async () => {
    const { witness } = watch(undefined)
    expect(witness.state()).toBe('none')
    expect(await verifyLog({ ...admin.world, witness })).toMatchObject({ whole: true, witness: 'none' })
  })

  it('agrees while it sees the same chain, and falls silent with its line', async () => {
    const { witness, told } = watch(line.url)
    await expect.poll(() => told).toEqual(['agrees'])
    expect(await verifyLog({ ...admin.world, witness })).toMatchObject({ whole: true, witness: 'agrees' })
    line.cut()
    await expect.poll(() => told).toEqual(['agrees', 'silent'])
    expect(await verifyLog({ ...admin.world, witness })).toMatchObject({ whole: true, witness: 'silent' })
    line.mend()
    await expect.poll(() => told).toEqual(['agrees', 'silent', 'agrees'])
  })

  it('that sees another chain stops everything that would be signed or sent', async () => {
    const { witness } = watch(other.network.rpc)
    await expect.poll(() => witness.state()).toBe('differs')
    const { ledger } = admin.world
    const carrier = sendOnlyAgreed(ledger, witness)
    const message = { admin: admin.world.me, account: admin.world.me }
    await expect(carrier.stamp('Suspend', message as never)).rejects.toMatchObject({
      code: 'E_CHAIN_DISPUTED',
    })
    const act = await ledger.stamp('Suspend', message as never)
    await expect(carrier.carry(act, '0x' as Hex32)).rejects.toMatchObject({ code: 'E_CHAIN_DISPUTED' })
    expect(await verifyLog({ ...admin.world, witness })).toMatchObject({ witness: 'differs' })
  })
})
