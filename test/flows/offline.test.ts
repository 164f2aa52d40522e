import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { createIndex } from '../../electron/main/adapters/index-sqlite.ts'
import { createCarrier } from '../../electron/main/adapters/ledger-carrier.ts'
import { rememberLedger } from '../../electron/main/adapters/ledger-memory.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import { kept } from '../../electron/main/flows/job.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { registerPerson } from '../../electron/main/flows/register-person.ts'
import { requestAccess } from '../../electron/main/flows/request-access.ts'
import { standing } from '../../electron/main/flows/standing.ts'
import { ViewLog } from '../../electron/main/flows/view-log.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { LETTER, profileOf, register, terms, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'
import { layLine } from '../support/line.ts'

const DAY = 86_400

let clinic: Awaited<ReturnType<typeof openClinic>>
let line: Awaited<ReturnType<typeof layLine>>
let doctor: Person
let patient: Person
const closers: (() => void)[] = []

beforeAll(async () => {
  clinic = await openClinic()
  line = await layLine(clinic.network.rpc)
  const [admin, ...others] = await Promise.all([0, 1, 2].map(clinic.person))
  ;[doctor, patient] = others as [Person, Person]
  await clinic.join(admin!, ['admin'])
  await registerPerson(admin!.world, {
    role: 'doctor',
    account: doctor.world.me,
    profile: profileOf('Dr'),
    specialties: [],
    licence: '',
    until: now() + 90 * DAY,
  })
  await register(admin!, patient, 'patient')
  await clinic.join(doctor, ['doctor'])
  await clinic.join(patient, ['patient'])
  const source = memorySource('letter.txt', [text('a letter')])
  await patient.settled(await patient.jobs.add({ patient: patient.world.me, ...LETTER }, source))
  await patient.settled(
    await patient.jobs.give({ reader: doctor.world.me, ...terms(), until: now() + 30 * DAY }),
  )
})
afterEach(() => line.mend())
afterAll(async () => {
  for (const close of closers) close()
  await line.stop()
  await clinic.close()
})

const now = (): number => Math.floor(Date.now() / 1000)
/** How far this computer's clock is from the true time, in seconds. */
let drift = 0

/** The person at a computer whose line to the chain can be cut, and which remembers. */
function atComputer({ world }: Person): World {
  drift = 0
  const network = { ...clinic.network, rpc: line.url }
  const provider = connect(network)
  const view = viewsOf(provider, network)
  const file = join(clinic.folder, `memory-${crypto.randomUUID()}.sqlite`)
  const memory = rememberLedger({
    file,
    network,
    view,
    chain: chainOf(provider),
    wall: () => now() + drift,
  })
  const state = createLedgerState(memory.view, memory)
  const current = createLedgerState(view, chainOf(provider))
  const carrier = createCarrier({ network, provider, view, state: current, wallet: world.wallet })
  const index = createIndex(':memory:', network, provider, memory.view, () => memory.contact().live)
  closers.push(() => {
    provider.destroy()
    memory.close()
    index.close()
  })
  return { ...world, network, ledger: { ...state, ...carrier }, index }
}

const read = (world: World) => openRecord(world, patient.world.me, 1)
const asOf = (opened: Awaited<ReturnType<typeof openRecord>>, name: string) =>
  opened.view.checks.find((check) => check.name === name)!.evidence.asOf

it('what was opened stays readable without the chain, and says as of when', async () => {
  const world = atComputer(doctor)
  expect(asOf(await read(world), 'allowed')).toBeUndefined()
  line.cut()
  expect(await standing(world, { roles: ['doctor'], backedUp: true, replaces: null })).toMatchObject({
    stage: 'open',
  })
  expect(await listRecords(world, patient.world.me)).toMatchObject([{ title: 'Letter', failure: null }])
  const opened = await read(world)
  expect(asOf(opened, 'allowed')).toBeCloseTo(now(), -1)
  expect(asOf(opened, 'history')).toBeCloseTo(now(), -1)
})

it('a view without the chain is journaled, and logged when the chain is back', async () => {
  const world = atComputer(doctor)
  await read(world)
  await new ViewLog(world).flush()
  line.cut()
  await read(world)
  await expect(new ViewLog(world).flush()).rejects.toMatchObject({ code: 'E_CHAIN_UNREACHABLE' })
  expect((await kept(world)).filter(({ kind }) => kind === 'view')).toHaveLength(1)
  line.mend()
  await new ViewLog(world).flush()
  expect((await kept(world)).filter(({ kind }) => kind === 'view')).toHaveLength(0)
})

it("others' records close after a week without the chain, one's own don't", async () => {
  const [theirs, own] = [atComputer(doctor), atComputer(patient)]
  await Promise.all([read(theirs), read(own)])
  line.cut()
  drift = 8 * DAY
  await expect(read(theirs)).rejects.toMatchObject({ code: 'E_LEASE_ENDED', detail: { days: 7 } })
  expect((await read(own)).view.title).toBe('Letter')
  drift = 0
  await expect(read(theirs), 'setting the clock back gives nothing back').rejects.toMatchObject({
    code: 'E_LEASE_ENDED',
  })
  line.mend()
  expect((await read(theirs)).view.title).toBe('Letter')
})

it('a right that ends meanwhile ends without the chain too', async () => {
  const world = atComputer(doctor)
  await read(world)
  line.cut()
  drift = 31 * DAY
  await expect(read(world)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
})

it('a right that is taken back meanwhile ends at the first contact', async () => {
  const world = atComputer(doctor)
  await read(world)
  line.cut()
  await patient.settled(await patient.jobs.remove(doctor.world.me, 'Dr', [0, 1]))
  expect((await read(world)).view.title).toBe('Letter')
  line.mend()
  await expect(read(world)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
})

it('nothing is sent on what is only remembered', async () => {
  const world = atComputer(doctor)
  await world.index.sync()
  await world.ledger.account(patient.world.me)
  line.cut()
  await expect(requestAccess(world, patient.world.me)).rejects.toMatchObject({ code: 'E_CHAIN_UNREACHABLE' })
})

it('what was never asked is not known', async () => {
  const world = atComputer(doctor)
  line.cut()
  await expect(read(world)).rejects.toMatchObject({ code: 'E_CHAIN_UNREACHABLE' })
})
