import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import { publishKey } from '../../electron/main/flows/publish-key.ts'
import { registerPerson } from '../../electron/main/flows/register-person.ts'
import type { World } from '../../electron/main/flows/world.ts'
import type { BenchClinic, BenchPerson } from './clinic.ts'

const YEAR = 365 * 24 * 3600

export const inAYear = (): number => Math.floor(Date.now() / 1000) + YEAR

type Cast = Readonly<Record<'admin' | 'doctor' | 'patient' | 'other', BenchPerson>>

/** A doctor and two patients whom an admin has registered, and who have published their keys. */
export async function settle(clinic: BenchClinic): Promise<Cast> {
  const [admin, doctor, patient, other] = (await Promise.all(
    [0, 1, 2, 3].map((index) => clinic.person(index)),
  )) as [BenchPerson, BenchPerson, BenchPerson, BenchPerson]
  await publishKey(admin.world, ['admin'])
  await register(admin.world, doctor.world, 'doctor')
  await register(admin.world, patient.world, 'patient')
  await register(admin.world, other.world, 'patient')
  return { admin, doctor, patient, other }
}

export async function register(admin: World, person: World, role: 'doctor' | 'patient'): Promise<void> {
  await registerPerson(admin, {
    role,
    account: person.me,
    profile: {
      name: `Some ${role}`,
      birthDate: '1979-02-02',
      gender: 'female',
      email: `${role}@riverside.example`,
      picture: null,
    },
    specialties: role === 'doctor' ? ['394579002'] : [],
    licence: role === 'doctor' ? 'A-1' : '',
    until: role === 'doctor' ? inAYear() : 0,
  })
  await publishKey(person, [role])
}

/** Runs one job to its end. @throws Error when it fails */
export function finish(world: World, start: (jobs: JobRunner) => Promise<string>): Promise<void> {
  return new Promise((done, failed) => {
    const jobs = new JobRunner(
      world,
      { at: () => Promise.reject(new Error('no files')) },
      {
        changed: (view) => {
          if (view.state === 'running') return
          jobs.stop()
          if (view.failure === null) done()
          else failed(new Error(JSON.stringify(view.failure)))
        },
        gone: () => undefined,
      },
    )
    start(jobs).catch(failed)
  })
}
