import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { GENERAL_FOLDER, IDENTITY_FOLDER } from '../domain/folder.ts'
import type { RequestView } from '../domain/right.ts'
import { bring } from './bring-act.ts'
import { readPerson } from './read-person.ts'
import type { World } from './world.ts'

/** A doctor asks a patient. Nothing changes until the patient says yes. */
export async function requestAccess(world: World, patient: Address): Promise<void> {
  const account = await world.ledger.account(patient)
  if (!account.roles.includes('patient')) throw new Failure('E_NOT_REGISTERED', { address: patient })
  await bring(world, 'RequestAccess', {
    doctor: world.me,
    patient,
    folders: [IDENTITY_FOLDER, GENERAL_FOLDER],
  })
}

/** The patient says no; the doctor sees a calm refusal. */
export async function declineRequest(world: World, doctor: Address): Promise<void> {
  await bring(world, 'Decline', { patient: world.me, doctor })
}

/** Requests to this patient, or by this doctor, the newest of each pair, newest first. */
export async function listRequests(world: World): Promise<RequestView[]> {
  await world.index.sync()
  const requests = world.index.events({ kinds: ['access-requested'], concerning: world.me })
  const newest = new Map(requests.map((event) => [`${event.patient}/${event.actor}`, event]))
  return Promise.all(
    [...newest.values()].reverse().map(async (event) => {
      const patient = event.patient!
      const doctor = event.actor
      const person = await readPerson(world, doctor === world.me ? patient : doctor)
      return {
        doctor,
        patient,
        name: person.name,
        specialties: person.specialties,
        picture: person.picture,
        folders: event.fields.folders as number[],
        requestedAt: event.at,
        state: answerTo(world, patient, doctor, event.block),
      }
    }),
  )
}

/** A record that is shared alone meanwhile is none. */
function answerTo(world: World, patient: Address, doctor: Address, since: number): RequestView['state'] {
  const answer = world.index
    .events({ kinds: ['access-given', 'request-declined'], patient, subject: doctor })
    .findLast(({ block, fields }) => block >= since && fields.listedOnly !== true)
  if (answer === undefined) return 'waiting'
  return answer.kind === 'access-given' ? 'given' : 'declined'
}
