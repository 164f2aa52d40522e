import type { ActName } from './acts.ts'
import { type Clinic, DAY, ethers, type Message, networkHelpers, pointer } from './clinic.ts'
import { childOf, SEED } from './custody.ts'

/** A child who is registered and has no custodian yet. */
export const NEWBORN = pointer('seed of a second child')

/** Fields of each act that the contract would accept in a clinic where the patient's doctor is treated as such, and where
 * for those of an emergency `emergencies` has come before. */
export async function samples(clinic: Clinic): Promise<Record<ActName, Message>> {
  const [admin, patient, doctor] = [clinic.at('admin'), clinic.at('patient'), clinic.at('doctor')]
  const [stranger, colleague, device] = [clinic.at('stranger'), clinic.at('colleague'), clinic.at('device')]
  const time = await networkHelpers.time.latest()
  const person = { admin, account: stranger, profile: pointer('profile'), until: time + 365 * DAY }
  return {
    RegisterDoctor: person,
    RegisterPatient: person,
    RegisterReader: person,
    RegisterDoctorByCode: person,
    RegisterPatientByCode: person,
    Claim: { claimKey: clinic.at('claimKey'), account: stranger },
    UpdateProfile: { by: admin, account: doctor, previous: pointer('old'), profile: pointer('new') },
    Suspend: { admin, account: doctor },
    Reinstate: { admin, account: colleague },
    AppointAdmin: { admin, account: stranger },
    DismissAdmin: { admin, account: clinic.at('secondAdmin') },
    NameSuccessor: { admin, successor: stranger },
    Join: {
      account: clinic.at('neighbour'),
      publicKey: pointer('key'),
      device,
      folders: [0, 1],
      keyrings: [pointer('0'), pointer('1')],
    },
    PublishKey: { account: doctor, publicKey: pointer('next'), compromised: false },
    TrustDevice: { account: doctor, device: stranger, until: time + 80 * DAY },
    DistrustDevice: { account: doctor, device },
    OfferKeys: { from: doctor, to: patient, block: pointer('offer') },
    OpenFolders: { patient, folders: [3, 4], keyrings: [pointer('3'), pointer('4')] },
    Rekey: await clinic.epoch({ folders: [0, 1] }),
    AddRecord: await clinic.record(),
    RequestAccess: { doctor, patient, folders: [0, 2] },
    Decline: { patient, doctor: stranger },
    GiveAccess: await clinic.right({ reader: clinic.at('reader'), mayAdd: false }),
    RemoveAccess: { patient, reader: doctor, folders: [1] },
    LogViews: {
      viewer: doctor,
      views: [{ patient, records: [1, 2], times: [time, time] }],
    },
    SetEmergencyPlan: clinic.plan({ guardians: [clinic.at('reader'), doctor] }),
    AcceptGuardian: { guardian: clinic.at('helper'), patient, plan: 1 },
    ResignGuardian: { guardian: clinic.at('reader'), patient },
    RequestEmergency: { doctor, patient, reason: pointer('reason') },
    ApproveEmergency: { guardian: clinic.at('reader'), patient, request: 1, share: pointer('share') },
    VetoEmergency: { by: clinic.at('reader'), patient, request: 1 },
    OpenEmergency: { by: doctor, patient, request: 2 },
    ExtendEmergency: { guardian: clinic.at('reader'), patient, request: 3 },
    CloseEmergency: { by: clinic.at('surgeon'), patient, request: 3 },
    ReviewEmergency: { patient, request: 3, verdict: 1 },
    SetCriticalCard: { patient, card: pointer('critical') },
    ViewCriticalCard: { doctor, patient, card: pointer('critical') },
    SetCustodian: {
      by: admin,
      patient: childOf(NEWBORN),
      custodian: stranger,
      until: time + 365 * DAY,
      seed: NEWBORN,
    },
    HandOver: { by: clinic.at('reader'), patient: childOf(SEED), to: stranger },
    CallEmergencyDrill: { patient, kit: pointer('drill') },
    AnswerEmergencyDrill: {
      guardian: clinic.at('reader'),
      patient,
      kit: pointer('drill'),
      share: pointer('share'),
    },
  }
}

/** People who have joined beside those of `openClinic`: a second doctor for emergencies, and a further guardian. */
export async function furtherPeople(clinic: Clinic): Promise<void> {
  const admin = clinic.at('admin')
  for (const [name, act] of [
    ['surgeon', 'RegisterDoctor'],
    ['helper', 'RegisterReader'],
  ] as const) {
    const account = clinic.at(name)
    await clinic.send(act, { admin, account, profile: pointer(name), until: 0 })
    const nobody = { device: ethers.ZeroAddress, folders: [], keyrings: [] }
    await clinic.bring('Join', { account, publicKey: pointer(`key of ${name}`), ...nobody })
  }
}

/** Three requests, as the samples need them: one that waits, one that could be opened, and one that is open. */
export async function emergencies(clinic: Clinic): Promise<void> {
  const [patient, reader] = [clinic.at('patient'), clinic.at('reader')]
  await furtherPeople(clinic)
  const guardians = [reader, clinic.at('helper')]
  await clinic.send('SetEmergencyPlan', clinic.plan({ guardians, threshold: 1, wait: 0 }))
  await clinic.send('AcceptGuardian', { guardian: reader, patient, plan: 1 })
  for (const doctor of ['doctor', 'doctor', 'surgeon']) {
    await clinic.bring('RequestEmergency', { doctor: clinic.at(doctor), patient, reason: pointer('reason') })
  }
  for (const request of [2, 3]) {
    await clinic.send('ApproveEmergency', { guardian: reader, patient, request, share: pointer('share') })
  }
  await clinic.send('OpenEmergency', { by: reader, patient, request: 3 })
}

/** The same value, changed as little as possible. */
export function altered(value: unknown, stranger: string): unknown {
  if (Array.isArray(value)) return [altered(value[0], stranger), ...value.slice(1)]
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value) + 1n
  if (typeof value === 'string' && value.length === 66) return pointer(value)
  if (typeof value === 'string') return stranger
  throw new Error(`can't alter ${String(value)}`)
}
