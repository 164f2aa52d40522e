import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { profileContentCodec } from '../../electron/main/crypto/blocks.ts'
import { IDENTITY_FOLDER } from '../../electron/main/domain/folder.ts'
import type { PersonView, Profile } from '../../electron/main/domain/person.ts'
import { PROFILE_MEDIA_TYPE } from '../../electron/main/domain/record.ts'
import type { ToAdd, ToGive } from '../../electron/main/flows/new-job.ts'
import { registerPerson } from '../../electron/main/flows/register-person.ts'
import type { openClinic, Person } from './clinic.ts'

export const text = (content: string): Uint8Array => new TextEncoder().encode(content)
export const tomorrow = (): number => Math.floor(Date.now() / 1000) + 86_400

export const profileOf = (name: string): Profile => ({
  name,
  birthDate: '1979-02-02',
  gender: 'other',
  email: 'somebody@riverside.example',
  picture: null,
})

/** A letter for the folder of records. */
export const LETTER: Omit<ToAdd, 'patient'> = { to: { folder: 1 }, title: 'Letter', mediaType: 'text/plain' }

/** Identity and records, with the right to add. */
export const terms = (): Omit<ToGive, 'reader'> => ({
  readerName: 'Dr',
  folders: [0, 1],
  specialties: [],
  mayAdd: true,
  until: tomorrow(),
})

/** The admin registers somebody; a doctor's licence ends tomorrow. */
export const register = (
  admin: Person,
  person: Person,
  role: 'doctor' | 'patient',
  name = 'Somebody',
): Promise<PersonView> =>
  registerPerson(admin.world, {
    role,
    account: person.world.me,
    profile: profileOf(name),
    specialties: [],
    licence: '',
    until: role === 'doctor' ? tomorrow() : 0,
  })

/** Puts a patient's name where whoever may read whole folders finds it. */
export async function keepIdentity({ world, jobs, settled }: Person, name: string): Promise<void> {
  const about = { title: 'profile', mediaType: PROFILE_MEDIA_TYPE }
  const toAdd = { patient: world.me, to: { folder: IDENTITY_FOLDER }, ...about }
  const source = memorySource('profile.json', [profileContentCodec.encode(profileOf(name))])
  await settled(await jobs.add(toAdd, source))
}

type Clinic = Pick<Awaited<ReturnType<typeof openClinic>>, 'person' | 'join'>
type Cast = { readonly admin: Person; readonly doctor: Person; readonly patient: Person }

/** An admin, a doctor and a patient (places 0, 1 and 2), registered, each with a key that is published. */
export async function openCast({ person, join }: Clinic): Promise<Cast> {
  const [admin, doctor, patient] = (await Promise.all([0, 1, 2].map(person))) as [Person, Person, Person]
  await join(admin, ['admin'])
  await register(admin, doctor, 'doctor')
  await register(admin, patient, 'patient')
  await join(doctor, ['doctor'])
  await join(patient, ['patient'])
  return { admin, doctor, patient }
}
