import type { Address } from '../domain/bytes.ts'
import type { PatientView } from '../domain/right.ts'
import { newKeyOf } from './give-back.ts'
import { grantOf } from './list-grants.ts'
import { readPerson } from './read-person.ts'
import type { World } from './world.ts'

/** Patients who gave this reader access, also where it has ended: then with nothing but the fact. */
export async function listPatients(world: World): Promise<PatientView[]> {
  await world.index.sync()
  const given = world.index.events({ kinds: ['access-given'], subject: world.me, concerning: world.me })
  const patients = [...new Set(given.map((event) => event.patient!))]
  const views = await Promise.all(patients.map((patient) => patientView(world, patient)))
  return views.sort((a, b) => Number(a.grant.state !== 'open') - Number(b.grant.state !== 'open'))
}

async function patientView(world: World, patient: Address): Promise<PatientView> {
  const grant = await grantOf(world, patient, world.me, patient)
  if (grant.state !== 'open') return closed(patient, grant)
  const person = await readPerson(world, patient)
  const records = world.index
    .records(patient)
    .filter(
      ({ id, folder }) => grant.records?.some((listed) => listed.id === id) ?? grant.folders.includes(folder),
    )
  return {
    patient,
    name: person.name,
    birthDate: person.birthDate,
    gender: person.gender,
    picture: person.picture,
    grant,
    records: records.length,
    lastRecordAt: records.at(-1)?.recordedAt ?? null,
    newKey: await newKeyOf(world, patient),
  }
}

const closed = (patient: Address, grant: PatientView['grant']): PatientView => ({
  patient,
  name: null,
  birthDate: null,
  gender: null,
  picture: null,
  grant: { ...grant, name: null, picture: null },
  records: 0,
  lastRecordAt: null,
  newKey: null,
})
