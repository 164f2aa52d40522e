import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimCode } from '../../electron/main/flows/claim.ts'
import { listGrants } from '../../electron/main/flows/list-grants.ts'
import { listPeople } from '../../electron/main/flows/list-people.ts'
import { readLog } from '../../electron/main/flows/read-log.ts'
import { readPerson } from '../../electron/main/flows/read-person.ts'
import { registerByCode, reinstatePerson, suspendPerson } from '../../electron/main/flows/register-person.ts'
import { renewLicence } from '../../electron/main/flows/renew-licence.ts'
import { openCast, profileOf, terms, tomorrow } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const DAY = 86_400

describe('a licence', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let patient: Person
  let later = 0

  beforeAll(async () => {
    clinic = await openClinic({ now: () => new Date(Date.now() + later * 1000) })
    ;({ admin, doctor, patient } = await openCast(clinic))
  })
  afterAll(() => clinic.close())

  const wait = async (seconds: number): Promise<void> => {
    later += seconds
    await clinic.provider.send('evm_increaseTime', [seconds])
    await clinic.provider.send('evm_mine', [])
  }
  const inDays = (days: number): number => tomorrow() + later + (days - 1) * DAY
  const renew = (days: number) => renewLicence(admin.world, doctor.world.me, inDays(days))
  const states = async () => (await listGrants(patient.world, patient.world.me)).map(({ state }) => state)
  const give = () => patient.jobs.give({ reader: doctor.world.me, ...terms(), until: inDays(300) })

  it('that is renewed in time lasts longer, with the same name and every right', async () => {
    await patient.settled(await give())
    const until = inDays(30)
    const renewed = await renewLicence(admin.world, doctor.world.me, until)
    expect(renewed).toMatchObject({ active: true, suspended: false, until, name: 'Somebody' })
    expect(await states()).toEqual(['open'])
    await wait(2 * DAY)
    expect(await states()).toEqual(['open'])
    expect(await listPeople(admin.world)).toHaveLength(3)
    const lines = (await readLog(admin.world)).filter(
      ({ kind, subject }) => kind === 'registered' && subject === doctor.world.me,
    )
    expect(lines.map((line) => line.until)).toEqual([until, expect.any(Number)])
  })

  it('that has ended makes nobody suspended, and no right comes back with a new one', async () => {
    await wait(30 * DAY)
    expect(await readPerson(admin.world, doctor.world.me)).toMatchObject({ active: false, suspended: false })
    expect(await states()).toEqual(['suspended'])
    expect(await renew(365)).toMatchObject({ active: true })
    expect(await states()).toEqual(['suspended'])
    await patient.settled(await give())
    expect(await states()).toEqual(['open'])
  })

  it('is renewed for a day to come, for who is not suspended, by an admin alone', async () => {
    await expect(renew(0)).rejects.toMatchObject({ code: 'E_CHAIN_REFUSED', detail: { rule: 'EndPassed' } })
    await suspendPerson(admin.world, doctor.world.me)
    expect(await readPerson(admin.world, doctor.world.me)).toMatchObject({ active: false, suspended: true })
    await expect(renew(365)).rejects.toMatchObject({ code: 'E_SUSPENDED' })
    await reinstatePerson(admin.world, doctor.world.me)
    const own = renewLicence(doctor.world, doctor.world.me, inDays(365))
    await expect(own).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
  })

  it('is nothing that a patient has', async () => {
    const renewed = renewLicence(admin.world, patient.world.me, inDays(365))
    await expect(renewed).rejects.toMatchObject({ code: 'E_NOT_REGISTERED' })
  })

  it('of a doctor who came by a code keeps the profile, which then lies under their own name', async () => {
    const late = await clinic.person(4)
    const profile = profileOf('Eva Brandt')
    const { code } = await registerByCode(admin.world, {
      ...{ role: 'doctor', profile, specialties: ['394579002'], licence: 'L-1', until: inDays(2) },
    })
    await claimCode(late.world, late.world.me, code)
    const person = await renewLicence(admin.world, late.world.me, inDays(365))
    expect(person).toMatchObject({ name: 'Eva Brandt', birthDate: profile.birthDate, licence: 'L-1' })
  })
})
