import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedToCodec } from '../../electron/main/crypto/blocks.ts'
import type { Pointer } from '../../electron/main/domain/bytes.ts'
import type { CriticalFacts } from '../../electron/main/domain/critical-card.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import {
  readOwnCard,
  removeCriticalCard,
  renewCriticalCard,
  setCriticalCard,
  viewCriticalCard,
} from '../../electron/main/flows/critical-card.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { readLog, verifyLog } from '../../electron/main/flows/read-log.ts'
import { openCast, register } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const FACTS: CriticalFacts = { bloodGroup: 'O-', allergies: 'Penicillin\nLatex', medication: 'Warfarin 5 mg' }

describe('a critical card', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let later: Person
  let patient: Person

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ admin, doctor, patient } = await openCast(clinic))
    later = await clinic.person(3)
  }, 60_000)
  afterAll(() => clinic.close())

  const own = () => readOwnCard(patient.world)
  const view = (who: Person) => viewCriticalCard(who.world, patient.world.me)
  const pointer = () =>
    patient.world.index.events({ kinds: ['critical-card-set'] }).at(-1)!.fields.card as Pointer
  const looks = async () =>
    (await readLog(patient.world)).filter(({ kind }) => kind === 'critical-card-viewed').length

  it('is off until the patient writes one that says something', async () => {
    expect(await own()).toBeNull()
    await expect(view(doctor)).rejects.toMatchObject({ code: 'E_CRITICAL_OFF' })
    const nothing = { bloodGroup: null, allergies: ' ', medication: '' }
    await expect(setCriticalCard(patient.world, nothing)).rejects.toMatchObject({
      code: 'E_INPUT',
      detail: { field: 'facts' },
    })
    expect(await own()).toBeNull()
  })

  it('is read by any doctor in force without an emergency, and each look stands in the patient’s log', async () => {
    await setCriticalCard(patient.world, FACTS)
    expect(await own()).toMatchObject({ facts: FACTS, readers: 1, missing: 0, gone: 0 })
    const signedAt = (await own())!.signedAt
    expect(await view(doctor)).toMatchObject({ ...FACTS, patient: patient.world.me, signedAt })
    expect(await listRecords(doctor.world, patient.world.me), 'and nothing else').toEqual([])
    await patient.world.index.sync()
    expect((await readLog(patient.world))[0]).toMatchObject({
      kind: 'critical-card-viewed',
      actor: doctor.world.me,
    })
  })

  it('is sealed: its block says nothing to those who are no doctors, and nothing is shown that is not written down', async () => {
    const block = await patient.world.blobs.getBlock(pointer())
    expect(Buffer.from(block).toString()).not.toContain('Penicillin')
    expect(sealedToCodec.decode(block).to.map(({ address }) => address)).toEqual([
      patient.world.me,
      doctor.world.me,
    ])
    await expect(view(admin)).rejects.toMatchObject({ code: 'E_CRITICAL_BEFORE' })
    const before = await looks()
    doctor.wallet.refuse = new Failure('E_WALLET_REJECTED')
    await expect(view(doctor)).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
    doctor.wallet.refuse = null
    await patient.world.index.sync()
    expect(await looks()).toBe(before)
  })

  it('says which doctors came since, and is renewed for them under a new key', async () => {
    await register(admin, later, 'doctor', 'Later')
    await clinic.join(later, ['doctor'])
    await expect(view(later)).rejects.toMatchObject({ code: 'E_CRITICAL_BEFORE' })
    expect(await own()).toMatchObject({ readers: 1, missing: 1, gone: 0 })
    const before = pointer()
    await renewCriticalCard(patient.world)
    expect(await own()).toMatchObject({ facts: FACTS, readers: 2, missing: 0 })
    expect(await view(later)).toMatchObject(FACTS)
    expect(await patient.world.blobs.has(before), 'the one before is let go').toBe(false)
  })

  it('is not read by a doctor who is suspended, who is left out of the next one', async () => {
    await bring(admin.world, 'Suspend', { admin: admin.world.me, account: later.world.me })
    await expect(view(later)).rejects.toMatchObject({ code: 'E_SUSPENDED' })
    expect(await own()).toMatchObject({ readers: 1, missing: 0, gone: 1 })
    await setCriticalCard(patient.world, { ...FACTS, medication: '' })
    expect(await own()).toMatchObject({ readers: 1, gone: 0 })
    await expect(view(later)).rejects.toMatchObject({ code: 'E_CRITICAL_BEFORE' })
    expect(await view(doctor)).toMatchObject({ medication: '' })
  })

  it('is gone when it is turned off: nobody is shown it, and no store of the patient’s has it', async () => {
    const last = pointer()
    await removeCriticalCard(patient.world)
    expect(await own()).toBeNull()
    await expect(view(doctor)).rejects.toMatchObject({ code: 'E_CRITICAL_OFF' })
    await expect(renewCriticalCard(patient.world)).rejects.toMatchObject({ code: 'E_CRITICAL_OFF' })
    expect(await patient.world.blobs.has(last)).toBe(false)
    for (const person of [patient, doctor, admin])
      expect(await verifyLog(person.world)).toMatchObject({ whole: true })
  })
})
