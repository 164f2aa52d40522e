import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { PublicBlock } from '../../electron/main/domain/bytes.ts'
import { DRILL_SECONDS } from '../../electron/main/domain/emergency.ts'
import { bringWithBlock } from '../../electron/main/flows/bring-act.ts'
import { answerDrill, callDrill } from '../../electron/main/flows/drill.ts'
import { listEmergencies, listGuarded, readPlan } from '../../electron/main/flows/list-emergencies.ts'
import { verifyLog } from '../../electron/main/flows/read-log.ts'
import { setEmergencyPlan } from '../../electron/main/flows/set-emergency-plan.ts'
import { text } from '../support/cast.ts'
import { openEmergencyClinic } from '../support/emergency.ts'

const clinic = await openEmergencyClinic()
const { doctor, patient, guardians, accept, comeBack, terms, titles, wait } = clinic
const whose = patient.world.me

describe('a drill', () => {
  beforeAll(async () => {
    await setEmergencyPlan(patient.world, terms())
    await accept()
    await comeBack()
  }, 60_000)
  afterAll(clinic.close)

  const drill = async () => (await readPlan(patient.world, whose))!.drill
  const asked = async (place: number) => (await listGuarded(guardians[place]!.world))[0]!.drill
  const answer = (place: number) => answerDrill(guardians[place]!.world, whose)
  const kitOf = () =>
    patient.world.index.events({ kinds: ['emergency-drill-called'] }).at(-1)!.fields.kit as never
  const hand = (place: number, block: Uint8Array) =>
    bringWithBlock(
      guardians[place]!.world,
      'AnswerEmergencyDrill',
      { guardian: guardians[place]!.world.me, patient: whose, kit: kitOf(), share: pointerTo(block) },
      block as PublicBlock,
    )

  it('cannot be answered before it is called', async () => {
    expect(await drill()).toBeNull()
    await expect(answer(0)).rejects.toMatchObject({ code: 'E_DRILL_OVER' })
    await expect(callDrill(doctor.world)).rejects.toMatchObject({ code: 'E_PLAN_NONE' })
  })

  it('asks every guardian, tells the patient who answered, and opens when two of three have', async () => {
    await callDrill(patient.world)
    expect(await drill()).toMatchObject({ running: true, answers: [], opened: false })
    expect(await asked(0)).toMatchObject({ running: true, answers: [], opened: null })
    await answer(0)
    expect(await drill()).toMatchObject({
      answers: [{ guardian: guardians[0]!.world.me, good: true }],
      opened: false,
    })
    await answer(2)
    expect(await drill()).toMatchObject({ answers: [{ good: true }, { good: true }], opened: true })
    expect(await asked(1)).toMatchObject({ answers: [{ good: null }, { good: null }], opened: null })
  })

  it('lets nobody read, makes no request, and leaves the plan ready', async () => {
    expect(await titles()).toEqual([])
    expect(await listEmergencies(patient.world)).toEqual([])
    expect(await readPlan(patient.world, whose)).toMatchObject({ ready: true, used: false, number: 1 })
    const before = patient.views.size
    await comeBack()
    expect(patient.views.size, 'no folder needs new keys').toBe(before)
  })

  it('is told in the log of patient and guardian, which stays whole', async () => {
    for (const person of [patient, guardians[0]!]) {
      const kinds = person.world.index
        .events({
          kinds: ['emergency-drill-called', 'emergency-drill-answered'],
          concerning: person.world.me,
        })
        .map(({ kind }) => kind)
      expect(kinds).toContain('emergency-drill-answered')
      expect(await verifyLog(person.world)).toMatchObject({ whole: true })
    }
  })

  it('begins anew when it is called again; what was answered before counts no more, and what is no share is named', async () => {
    const earlier = patient.world.index.events({ kinds: ['emergency-drill-answered'] })[0]!
    await callDrill(patient.world)
    expect(await drill()).toMatchObject({ answers: [], opened: false })
    await hand(0, await patient.world.blobs.getBlock(earlier.fields.share as never))
    await hand(1, text('no share'))
    await answer(2)
    expect(await drill()).toMatchObject({
      answers: [{ good: false }, { good: false }, { good: true }],
      opened: false,
    })
    await answer(0)
    expect(await drill()).toMatchObject({ opened: true })
  })

  it('is not answered by a guardian whose computer cannot open their share of the plan', async () => {
    await callDrill(patient.world)
    const { world } = guardians[1]!
    const stranger = { ...world, vault: doctor.world.vault }
    await expect(answerDrill(stranger, whose)).rejects.toMatchObject({
      code: 'E_SHARE_UNREADABLE',
      detail: { patient: whose },
    })
    expect(await drill()).toMatchObject({ answers: [] })
  })

  it('ends after a week, and with the plan it was called for', async () => {
    await answer(1)
    await wait(DRILL_SECONDS)
    await expect(answer(0)).rejects.toMatchObject({ code: 'E_DRILL_OVER' })
    expect(await drill()).toMatchObject({ running: false, answers: [{ good: true }], opened: false })
    expect(await asked(0)).toMatchObject({ running: false })
    await setEmergencyPlan(patient.world, terms({ wait: 0 }))
    expect(await drill()).toBeNull()
  })
})
