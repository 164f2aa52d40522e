import { afterAll, describe, expect, it } from 'vitest'
import type { Pointer } from '../../electron/main/domain/bytes.ts'
import type { PlanTerms } from '../../electron/main/domain/emergency.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import {
  checkShares,
  closeEmergency,
  enterEmergency,
  requestEmergency,
  reviewEmergency,
  vetoEmergency,
} from '../../electron/main/flows/emergency.ts'
import { acceptGuardian, extendEmergency } from '../../electron/main/flows/guard.ts'
import { listEmergencies, listGuarded, readPlan } from '../../electron/main/flows/list-emergencies.ts'
import { verifyLog } from '../../electron/main/flows/read-log.ts'
import { endEmergencyPlan, setEmergencyPlan } from '../../electron/main/flows/set-emergency-plan.ts'
import { terms as rights } from '../support/cast.ts'
import { HOUR, MINUTE, openEmergencyClinic, WHY } from '../support/emergency.ts'

const clinic = await openEmergencyClinic()
const { admin, doctor, patient, guardians, terms, now, wait } = clinic
const { add, approve, ask, comeBack, done, newest, open, phase, reads, titles } = clinic

describe('access in an emergency', () => {
  afterAll(clinic.close)

  it('a plan is ready once enough guardians have accepted and its key is in the planned folders', async () => {
    await setEmergencyPlan(patient.world, terms())
    expect(patient.questions.at(-1)).toMatchObject({ act: 'plan', facts: { threshold: 2 } })
    expect(await readPlan(patient.world, patient.world.me)).toMatchObject({ ready: false, folders: [0, 1] })
    for (const guardian of guardians) {
      expect(await listGuarded(guardian.world)).toMatchObject([{ patient: patient.world.me }])
      await acceptGuardian(guardian.world, patient.world.me)
    }
    expect(await readPlan(patient.world, patient.world.me)).toMatchObject({ ready: false })
    await comeBack()
    expect(await readPlan(patient.world, patient.world.me)).toMatchObject({ ready: true, used: false })
    await comeBack()
    expect(patient.views.size, 'nothing more is due').toBe(3)
  }, 60_000)

  it('what a plan must have is asked for before anything happens', async () => {
    const wrong: [Partial<PlanTerms>, string][] = [
      [{ folders: [] }, 'folders'],
      [{ folders: [1, 63, 62, 61] }, 'folders'],
      [{ threshold: 1 }, 'threshold'],
      [{ threshold: 4 }, 'threshold'],
      [{ guardians: [patient.world.me, doctor.world.me] }, 'guardians'],
      [{ guardians: [doctor.world.me, doctor.world.me] }, 'guardians'],
      [{ wait: 13 * HOUR }, 'wait'],
      [{ duration: 0 }, 'duration'],
    ]
    for (const [fields, field] of wrong)
      await expect(setEmergencyPlan(patient.world, terms(fields))).rejects.toMatchObject({
        code: 'E_INPUT',
        detail: { field },
      })
    await expect(
      requestEmergency(doctor.world, patient.world.me, { reason: 'other', text: 'short' }),
    ).rejects.toMatchObject({ code: 'E_INPUT', detail: { field: 'text' } })
    await expect(requestEmergency(doctor.world, guardians[0]!.world.me, WHY)).rejects.toMatchObject({
      code: 'E_PLAN_NONE',
    })
  })

  it('one of three never opens it', async () => {
    const request = await ask()
    await approve([0], request)
    await wait(23 * HOUR)
    await expect(open(request)).rejects.toMatchObject({ code: 'E_EMERGENCY_EARLY' })
    expect(await titles()).toEqual([])
    await wait(HOUR)
    await expect(open(request)).rejects.toMatchObject({ code: 'E_EMERGENCY_OVER' })
    expect(await phase(request)).toBe('expired')
  })

  it('a veto in the last second stands', async () => {
    const request = await ask()
    await approve([0, 1], request)
    await wait(10 * MINUTE)
    expect(await phase(request)).toBe('ready')
    await vetoEmergency(guardians[2]!.world, patient.world.me, request)
    await expect(open(request)).rejects.toMatchObject({ code: 'E_EMERGENCY_OVER' })
    expect(await listEmergencies(doctor.world)).toMatchObject([
      { phase: 'vetoed', vetoedBy: guardians[2]!.world.me },
      { phase: 'expired' },
    ])
  })

  it('two of three open the planned folders and nothing else, after the wait, and every view is logged', async () => {
    const request = await ask()
    const asked = (await listEmergencies(guardians[0]!.world))[0]!
    expect(asked).toMatchObject({ request, phase: 'waiting', stated: WHY, doctorName: 'Somebody' })
    await approve([0, 1], request)
    expect(guardians[0]!.questions.at(-1)).toMatchObject({ act: 'approve', address: doctor.world.me })
    await expect(open(request)).rejects.toMatchObject({ code: 'E_EMERGENCY_EARLY' })
    await wait(10 * MINUTE)
    await open(request)
    expect(await phase(request)).toBe('open')
    expect(await titles()).toEqual(['Letter'])
    expect(await reads(1)).toBe('Letter')
    await expect(reads(2)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    await doctor.jobs.views.flush()
    await comeBack()
    expect(await reads(1), 'a patient who looks in does not cut it off').toBe('Letter')
    expect(await listEmergencies(patient.world)).toMatchObject([{ phase: 'open', viewed: [1] }, {}, {}])
  }, 60_000)

  it('a guardian lets it last once more; then it ends by itself and reading stops', async () => {
    const request = await newest(doctor)
    await extendEmergency(guardians[2]!.world, patient.world.me, request)
    await wait(HOUR)
    expect(await reads(1)).toBe('Letter')
    await wait(HOUR)
    await expect(reads(1)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    expect(await titles()).toEqual([])
    await expect(enterEmergency(doctor.world, patient.world.me, request)).rejects.toMatchObject({
      code: 'E_EMERGENCY_OVER',
    })
    expect(await phase(request)).toBe('over')
  })

  it('the patient comes back: folders get new keys, and all that the doctor could keep opens nothing new', async () => {
    const request = await newest(patient)
    const used = (await readPlan(patient.world, patient.world.me))!
    expect(used).toMatchObject({ used: true, ready: false })
    await reviewEmergency(patient.world, request, 'fine')
    await comeBack()
    await add('After', { folder: 1 })
    const shares = patient.world.index
      .events({ kinds: ['emergency-approved'], patient: patient.world.me })
      .filter(({ fields }) => fields.request === request)
    const { vault, blobs } = doctor.world
    // As somebody would who had written down every key.
    await vault.enterEmergency(
      await blobs.getBlock(used.kit),
      { patient: patient.world.me, plan: used.number, request, doctor: doctor.world.me },
      await Promise.all(
        shares.map(async ({ actor, fields }) => ({
          by: actor,
          block: await blobs.getBlock(fields.share as Pointer),
        })),
      ),
    )
    for (const folder of [0, 1]) {
      const { keyring } = await patient.world.ledger.folder(patient.world.me, folder)
      expect(await vault.admitKeyring(await blobs.getBlock(keyring))).toBe(false)
    }
    await vault.leaveEmergency(patient.world.me)
  }, 60_000)

  it('the next plan is set with one signature, and its guardians are still there', async () => {
    await setEmergencyPlan(patient.world, terms())
    await comeBack()
    expect(await readPlan(patient.world, patient.world.me)).toMatchObject({ ready: true, number: 2 })
  }, 60_000)

  it('a false share is named; two true ones are enough, one is not', async () => {
    const earlier = patient.world.index.events({ kinds: ['emergency-approved'] }).at(-1)!
    const request = await ask()
    const lie = { guardian: guardians[0]!.world.me, patient: patient.world.me, request }
    await bring(guardians[0]!.world, 'ApproveEmergency', { ...lie, share: earlier.fields.share as Pointer })
    await approve([1], request)
    await wait(10 * MINUTE)
    await expect(open(request)).rejects.toMatchObject({
      code: 'E_SHARE_FALSE',
      detail: { guardian: guardians[0]!.world.me },
    })
    await approve([2], request)
    expect(await checkShares(doctor.world, patient.world.me, request)).toEqual([guardians[0]!.world.me])
    await open(request)
    expect(await titles()).toEqual(['After', 'Letter'])
  }, 60_000)

  it('a doctor who is suspended while it is open reads nothing more', async () => {
    await bring(admin.world, 'Suspend', { admin: admin.world.me, account: doctor.world.me })
    await expect(reads(1)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    expect(await titles()).toEqual([])
    await wait(MINUTE)
    await bring(admin.world, 'Reinstate', { admin: admin.world.me, account: doctor.world.me })
    await expect(reads(1)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
  })

  it('misuse is ended and reported to the admins', async () => {
    const request = await newest(patient)
    await reviewEmergency(patient.world, request, 'misuse')
    expect(await listEmergencies(admin.world)).toMatchObject([
      { request, verdict: 'misuse', phase: 'closed', stated: null },
    ])
  })

  it('a plan that changes while a request waits voids it', async () => {
    await comeBack()
    await setEmergencyPlan(patient.world, terms({ wait: 0 }))
    await comeBack()
    const request = await ask()
    await approve([0, 1], request)
    await setEmergencyPlan(patient.world, terms({ wait: 0, duration: 2 * HOUR }))
    await expect(open(request)).rejects.toMatchObject({ code: 'E_PLAN_CHANGED' })
    expect(await phase(request)).toBe('void')
    await closeEmergency(doctor.world, patient.world.me, request)
    expect(await phase(request)).toBe('closed')
  }, 60_000)

  it('a right that is given and a record that is added keep the key where it is', async () => {
    await comeBack()
    const id = await patient.jobs.give({
      reader: doctor.world.me,
      ...rights(),
      until: now() + 30 * 24 * HOUR,
    })
    await done(id)
    await add('Later', { folder: 1 })
    expect(await readPlan(patient.world, patient.world.me)).toMatchObject({ ready: true })
    expect(await titles()).toContain('Later')
  }, 60_000)

  it('a plan that is ended leaves no key in any folder', async () => {
    await endEmergencyPlan(patient.world)
    await comeBack()
    expect(await readPlan(patient.world, patient.world.me)).toBeNull()
    await expect(requestEmergency(doctor.world, patient.world.me, WHY)).rejects.toMatchObject({
      code: 'E_PLAN_NONE',
    })
    for (const person of [admin, doctor, patient, guardians[0]!])
      expect(await verifyLog(person.world)).toMatchObject({ whole: true })
  }, 60_000)
})
