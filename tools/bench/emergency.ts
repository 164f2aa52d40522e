import type { Address } from '../../electron/main/domain/bytes.ts'
import { closeEmergency, openEmergency, requestEmergency } from '../../electron/main/flows/emergency.ts'
import { acceptGuardian, approveEmergency } from '../../electron/main/flows/guard.ts'
import { listEmergencies } from '../../electron/main/flows/list-emergencies.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { setEmergencyPlan } from '../../electron/main/flows/set-emergency-plan.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { openBenchClinic } from './clinic.ts'
import { fill } from './fill.ts'
import { median, seconds } from './measure.ts'
import { finish, inAYear, register, settle } from './people.ts'

export type EmergencyTimes = {
  readonly rounds: number
  readonly records: number
  /** Seconds from asking until the first page is there, with two of three guardians at their computers. */
  readonly asked: number
  /** Seconds to the same page for a doctor who was given access before. */
  readonly given: number
}

/** A letter of one page. */
const PAGE = new TextEncoder().encode('Dear colleague,\n'.repeat(100))
/** The third of the guardians is never there. */
const [GIVEN, ...GUARDIANS] = [4, 5, 6, 7] as const

/** Asks, has two of three guardians agree, opens and reads; each round beside a doctor who need not ask. */
export async function measureEmergency(records: number, rounds = 5): Promise<EmergencyTimes> {
  const clinic = await openBenchClinic()
  try {
    const { admin, doctor, patient } = await settle(clinic)
    const whose = patient.world.me
    const [given, ...guardians] = await Promise.all(
      [GIVEN, ...GUARDIANS].map(async (index) => (await clinic.person(index)).world),
    )
    await register(admin.world, given!, 'doctor')
    for (const guardian of guardians) await register(admin.world, guardian, 'patient')
    await fill(clinic, patient.world, records, PAGE, 2)
    await prepare(patient.world, guardians, given!.me)
    const times = { asked: [] as number[], given: [] as number[] }
    // The first round warms both up.
    for (let round = 0; round <= rounds; round += 1) {
      const asked = await seconds(() => readByAsking(doctor.world, guardians.slice(0, 2), whose))
      const byRight = await seconds(() => readFirst(given!, whose))
      await closeEmergency(doctor.world, whose, round + 1)
      if (round === 0) continue
      times.asked.push(asked)
      times.given.push(byRight)
    }
    return { rounds, records, asked: median(times.asked), given: median(times.given) }
  } finally {
    await clinic.close()
  }
}

/** A plan that is ready, and a right for the doctor beside. */
async function prepare(patient: World, guardians: readonly World[], reader: Address): Promise<void> {
  await setEmergencyPlan(patient, {
    folders: [1],
    guardians: guardians.map(({ me }) => me),
    threshold: 2,
    wait: 0,
    duration: 3600,
  })
  for (const guardian of guardians) await acceptGuardian(guardian, patient.me)
  await finish(patient, async (jobs) => {
    await jobs.closeEnded()
    return ''
  })
  await finish(patient, (jobs) =>
    jobs.give({
      reader,
      readerName: 'Some doctor',
      folders: [0, 1],
      specialties: [],
      mayAdd: false,
      until: inAYear(),
    }),
  )
}

async function readByAsking(doctor: World, online: readonly World[], patient: Address): Promise<void> {
  await requestEmergency(doctor, patient, { reason: 'unconscious', text: '' })
  let request = 0
  for (const guardian of online) {
    // What a guardian looks at before they agree.
    request = (await listEmergencies(guardian))[0]!.request
    await approveEmergency(guardian, patient, request)
  }
  await openEmergency(doctor, patient, request)
  await readFirst(doctor, patient)
}

async function readFirst(doctor: World, patient: Address): Promise<void> {
  const [first] = await listRecords(doctor, patient)
  await openRecord(doctor, patient, first!.id)
}
