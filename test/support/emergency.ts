import { expect } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import type { Pointer } from '../../electron/main/domain/bytes.ts'
import type { PlanTerms } from '../../electron/main/domain/emergency.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import { openEmergency, requestEmergency } from '../../electron/main/flows/emergency.ts'
import { acceptGuardian, approveEmergency } from '../../electron/main/flows/guard.ts'
import { listEmergencies } from '../../electron/main/flows/list-emergencies.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { openCast, register, text } from './cast.ts'
import { openClinic, type Person } from './clinic.ts'

export const MINUTE = 60
export const HOUR = 60 * MINUTE
export const CARDIOLOGY = '394579002'
export const WHY = { reason: 'unconscious', text: '' } as const

/**
 * A clinic whose patient has a letter, an ECG and three people who can be guardians, and whose clock can be put on. Its
 * doctor's licence lasts a year.
 */
export async function openEmergencyClinic() {
  /** How far the clinic's clock has been put on, in seconds. */
  let later = 0
  const clinic = await openClinic({ now: () => new Date(Date.now() + later * 1000) })
  const { admin, doctor, patient } = await openCast(clinic)
  const guardians: Person[] = await Promise.all([3, 4, 5].map((index) => clinic.person(index)))
  for (const guardian of guardians) {
    await register(admin, guardian, 'patient')
    await clinic.join(guardian, ['patient'])
  }

  const add = async (title: string, to: { folder: number } | { specialty: typeof CARDIOLOGY }) => {
    const toAdd = { patient: patient.world.me, to, title, mediaType: 'text/plain' }
    const id = await patient.jobs.add(toAdd, memorySource(`${title}.txt`, [text(title)]))
    await done(id)
  }
  const done = async (id: string): Promise<void> => {
    expect(await patient.settled(id)).toMatchObject({ state: 'done', failure: null })
  }
  /** The days of an emergency are longer than the licence of the cast. */
  const licenceForAYear = async (): Promise<void> => {
    const [registered] = admin.world.index.events({ kinds: ['registered'], subject: doctor.world.me })
    const profile = registered!.fields.profile as Pointer
    const until = Math.floor(Date.now() / 1000) + 365 * 24 * HOUR
    const person = { admin: admin.world.me, account: doctor.world.me, profile, until }
    await bring(admin.world, 'RegisterDoctor', person)
  }
  const newest = async (person: Person): Promise<number> => (await listEmergencies(person.world))[0]!.request
  /** What is due at the patient's sign-in. */
  const comeBack = async (): Promise<void> => {
    const before = new Set(patient.views.keys())
    await patient.jobs.closeEnded()
    for (const id of patient.views.keys()) if (!before.has(id)) await done(id)
  }

  await licenceForAYear()
  await add('Letter', { folder: 1 })
  await add('ECG', { specialty: CARDIOLOGY })

  return {
    ...{ admin, doctor, patient, guardians, add, done, newest, comeBack },
    close: clinic.close,
    /** The clinic's clock, in seconds. */
    now: (): number => Math.floor(Date.now() / 1000) + later,
    wait: async (seconds: number): Promise<void> => {
      later += seconds
      await clinic.provider.send('evm_increaseTime', [seconds])
      await clinic.provider.send('evm_mine', [])
    },
    /** Two of three for the general folder, after ten minutes and for an hour. */
    terms: (fields: Partial<PlanTerms> = {}): PlanTerms => ({
      folders: [1],
      guardians: guardians.map(({ world }) => world.me),
      threshold: 2,
      wait: 10 * MINUTE,
      duration: HOUR,
      ...fields,
    }),
    accept: async (): Promise<void> => {
      for (const guardian of guardians) await acceptGuardian(guardian.world, patient.world.me)
    },
    ask: async (): Promise<number> => {
      await requestEmergency(doctor.world, patient.world.me, WHY)
      return newest(doctor)
    },
    approve: async (places: readonly number[], request: number): Promise<void> => {
      for (const place of places) await approveEmergency(guardians[place]!.world, patient.world.me, request)
    },
    open: (request: number) => openEmergency(doctor.world, patient.world.me, request),
    titles: async (): Promise<(string | null)[]> =>
      (await listRecords(doctor.world, patient.world.me)).map(({ title }) => title),
    reads: async (record: number): Promise<string> =>
      (await openRecord(doctor.world, patient.world.me, record)).view.title!,
    phase: async (request: number) =>
      (await listEmergencies(patient.world)).find((view) => view.request === request)!.phase,
  }
}
