import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newClaimCode } from '../../electron/main/crypto/claim-code.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { claimCode } from '../../electron/main/flows/claim.ts'
import { handOverProfile, waitingForProfile } from '../../electron/main/flows/hand-over-profile.ts'
import { profileStanding } from '../../electron/main/flows/keep-profile.ts'
import { listDoctors, listPeople } from '../../electron/main/flows/list-people.ts'
import { makeSlip } from '../../electron/main/flows/make-slip.ts'
import { readLog, verifyLog } from '../../electron/main/flows/read-log.ts'
import { readPerson } from '../../electron/main/flows/read-person.ts'
import { registerByCode, reinstatePerson, suspendPerson } from '../../electron/main/flows/register-person.ts'
import { signIn } from '../../electron/main/flows/sign-in.ts'
import type { CodeSheet, Paper, Sheet } from '../../electron/main/ports/paper.ts'
import { profileOf, tomorrow } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const DAY_MS = 86_400_000

describe('somebody without a wallet at the desk', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let anna: Person
  let ward: Person
  let late = 0

  const give = (name: string, role: 'doctor' | 'patient' = 'patient') =>
    registerByCode(admin.world, {
      role,
      profile: profileOf(name),
      specialties: [],
      licence: role === 'doctor' ? 'L-1' : '',
      until: role === 'doctor' ? tomorrow() : 0,
    })
  const namesOf = async () => (await listPeople(admin.world)).map(({ name, code }) => [name, code])

  beforeAll(async () => {
    clinic = await openClinic({ now: () => new Date(Date.now() + late) })
    ;[admin, anna, ward] = (await Promise.all([0, 1, 2].map(clinic.person))) as [Person, Person, Person]
    await clinic.join(admin, ['admin'])
  })
  afterAll(() => clinic.close())

  it('is registered for a code, and becomes that person with a wallet of their own', async () => {
    const { person, code } = await give('Anna Nowak')
    expect(person).toMatchObject({ name: 'Anna Nowak', code: 'waiting', active: false, roles: ['patient'] })
    expect(await claimCode(anna.world, anna.world.me, code)).toEqual(['patient'])
    expect(await namesOf()).toEqual([
      ['Anna Nowak', null],
      [null, null],
    ])
    const [listed] = await listPeople(admin.world)
    expect(listed).toMatchObject({
      address: anna.world.me,
      active: true,
      registeredBy: admin.world.me,
      registeredAt: person.registeredAt,
    })
    expect(await readPerson(anna.world, anna.world.me)).toMatchObject({ name: null })
  })

  it('gets the profile handed over under their own account once they have a key', async () => {
    expect(await waitingForProfile(admin.world)).toEqual([])
    await clinic.join(anna, ['patient'])
    await admin.world.index.sync()
    expect(await waitingForProfile(admin.world)).toEqual([anna.world.me])
    expect(await profileStanding(anna.world)).toBe('none')
    await handOverProfile(admin.world, anna.world.me)
    expect(await waitingForProfile(admin.world)).toEqual([])
    await anna.world.index.sync()
    expect(await profileStanding(anna.world)).toBe('to-keep')
    expect(await readPerson(anna.world, anna.world.me)).toMatchObject({ name: 'Anna Nowak' })
  })

  it('finds that in the log, which is whole', async () => {
    const line = (await readLog(admin.world)).find(({ kind }) => kind === 'claimed')
    expect(line).toMatchObject({ actor: anna.world.me, actorName: 'Anna Nowak', subjectName: 'Anna Nowak' })
    expect(await verifyLog(admin.world)).toMatchObject({ whole: true })
  })

  it('can’t use a code twice, nor one of no clinic, nor one that is mistyped', async () => {
    const { code } = await give('Bela Kis')
    await claimCode(ward.world, ward.world.me, code)
    const other = await clinic.person(3)
    const attempt = (text: string) => claimCode(other.world, other.world.me, text)
    await expect(attempt(code)).rejects.toMatchObject({ code: 'E_CODE_USED' })
    await expect(attempt(newClaimCode())).rejects.toMatchObject({ code: 'E_CODE_UNKNOWN' })
    await expect(attempt(code.slice(1))).rejects.toMatchObject({ code: 'E_CODE_MISTYPED' })
  })

  it('keeps their code when their wallet says no to signing in', async () => {
    const { code } = await give('Cleo Sand')
    const cleo = await clinic.person(4)
    const shy = {
      ...cleo.world,
      wallet: { ...cleo.wallet, signMessage: () => Promise.reject(new Failure('E_WALLET_REJECTED')) },
    }
    await expect(claimCode(shy, cleo.world.me, code)).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
    expect(await claimCode(cleo.world, cleo.world.me, code)).toEqual(['patient'])
    await expect(claimCode(cleo.world, cleo.world.me, (await give('Cleo again')).code)).rejects.toMatchObject(
      {
        code: 'E_REGISTERED_AS_OTHER',
      },
    )
  })

  it('has a code that the clinic can void and give back, and that looks old after seven days', async () => {
    const { person, code } = await give('Dora Voss')
    const standing = async () => (await readPerson(admin.world, person.address)).code
    late = 8 * DAY_MS
    expect(await standing()).toBe('old')
    late = 0
    await suspendPerson(admin.world, person.address)
    expect(await standing()).toBe('void')
    const dora = await clinic.person(5)
    await expect(claimCode(dora.world, dora.world.me, code)).rejects.toMatchObject({ code: 'E_CODE_VOID' })
    await reinstatePerson(admin.world, person.address)
    expect(await standing()).toBe('waiting')
  })

  it('as a doctor is not offered to patients before the code is used, and is afterwards', async () => {
    const { code } = await give('Eva Brandt', 'doctor')
    expect(await listDoctors(anna.world)).toEqual([])
    const eva = await clinic.person(6)
    expect(await claimCode(eva.world, eva.world.me, code)).toEqual(['doctor'])
    expect(await listDoctors(anna.world)).toMatchObject([
      { address: eva.world.me, name: 'Eva Brandt', licence: 'L-1' },
    ])
  })

  it('gets a slip with the code, of a code that is good', async () => {
    const printed: Sheet[] = []
    const paper: Paper = {
      print: async (sheet) => {
        printed.push(sheet)
        return new Uint8Array()
      },
    }
    const { person, code } = await give('Finn Lund')
    await makeSlip(admin.world, paper, code)
    const expected: Partial<CodeSheet> = {
      kind: 'code',
      code,
      name: 'Finn Lund',
      clinic: 'Test clinic',
      days: 7,
    }
    expect(printed).toMatchObject([expected])
    await suspendPerson(admin.world, person.address)
    await expect(makeSlip(admin.world, paper, code)).rejects.toMatchObject({ code: 'E_CODE_VOID' })
    await expect(makeSlip(admin.world, paper, newClaimCode())).rejects.toMatchObject({
      code: 'E_CODE_UNKNOWN',
    })
    expect(printed).toHaveLength(1)
  })

  it('can’t come in with the key of a code as if it were a wallet', async () => {
    const { person } = await give('Gil Ode')
    const wallet = { ...anna.wallet, account: async () => person.address }
    const profiles = { has: async () => false }
    expect(await signIn({ ...anna.world, wallet }, profiles as never)).toEqual({
      stage: 'unregistered',
      address: person.address,
    })
  })
})
