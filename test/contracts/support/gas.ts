import type { ContractTransactionResponse } from 'ethers'
import type { ActName } from './acts.ts'
import { bringAll, signed } from './batch.ts'
import { type Clinic, DAY, ethers, type Message, networkHelpers, openClinic, pointer } from './clinic.ts'
import { child, custody, joinForChild, registerChild } from './custody.ts'

export type GasReport = Record<string, number>

const used = async (response: Promise<ContractTransactionResponse>): Promise<number> =>
  Number((await (await response).wait())?.gasUsed ?? 0n)

/** Does each act once in a clinic that has been running for a while, and notes what it costs. */
export async function measure(): Promise<GasReport> {
  const report: GasReport = {}
  const clinic = await openClinic()
  await people(clinic, report)
  await keys(clinic, report)
  await records(clinic, report)
  await access(clinic, report)
  await views(clinic, report)
  await emergency(clinic, report)
  await custodians(clinic, report)
  return report
}

async function people(clinic: Clinic, report: GasReport): Promise<void> {
  const admin = clinic.at('admin')
  const account = clinic.at('stranger')
  const doctor = clinic.at('colleague')
  const until = (await networkHelpers.time.latest()) + 365 * DAY
  const person = { admin, account, profile: pointer('profile'), until }
  report['register a person'] = await used(clinic.send('RegisterDoctor', person))
  report['register a person, relayed'] = await used(
    clinic.bring('RegisterPatient', { ...person, account: clinic.at('device') }),
  )
  const claimKey = clinic.at('claimKey')
  report['register a person by code'] = await used(
    clinic.send('RegisterPatientByCode', { ...person, account: claimKey }),
  )
  report['claim a code, relayed'] = await used(
    clinic.bring('Claim', { claimKey, account: ethers.computeAddress(ethers.id('claimant')) }),
  )
  report['renew a licence'] = await used(clinic.send('RegisterDoctor', person))
  const profile = { by: doctor, account: doctor, previous: pointer('old'), profile: pointer('new') }
  report['update a profile'] = await used(clinic.send('UpdateProfile', profile))
  report.suspend = await used(clinic.send('Suspend', { admin, account }))
  report.reinstate = await used(clinic.send('Reinstate', { admin, account }))
  const second = clinic.at('secondAdmin')
  report['appoint an admin'] = await used(clinic.send('AppointAdmin', { admin, account: second }))
  report['dismiss an admin'] = await used(clinic.send('DismissAdmin', { admin, account: second }))
  report['name a successor'] = await used(clinic.send('NameSuccessor', { admin, successor: second }))
}

async function keys(clinic: Clinic, report: GasReport): Promise<void> {
  const account = clinic.at('stranger')
  const device = clinic.at('device')
  const join = { account, publicKey: pointer('key'), device, folders: [], keyrings: [] }
  report['join as a doctor'] = await used(clinic.bring('Join', join, { by: clinic.who('stranger') }))
  await clinic.send('RegisterPatient', {
    admin: clinic.at('admin'),
    account: clinic.at('relayer'),
    profile: pointer('profile'),
    until: 0,
  })
  const folders = { folders: [0, 1], keyrings: [pointer('0'), pointer('1')] }
  report['join as a patient with two folders'] = await used(
    clinic.bring('Join', { ...join, ...folders, account: clinic.at('relayer') }),
  )
  const key = { account, publicKey: pointer('next key'), compromised: false }
  report['publish a key'] = await used(clinic.bring('PublishKey', key, { by: clinic.who('stranger') }))
  const until = (await networkHelpers.time.latest()) + 80 * DAY
  const trust = { account, device: clinic.at('relayer'), until }
  report['trust a device'] = await used(clinic.send('TrustDevice', trust))
  report['distrust a device'] = await used(
    clinic.send('DistrustDevice', { account, device: clinic.at('relayer') }),
  )
}

async function records(clinic: Clinic, report: GasReport): Promise<void> {
  await clinic.send('GiveAccess', await clinic.right())
  const add = async (by: string, fields: Message = {}) =>
    used(clinic.bring('AddRecord', await clinic.record(fields), { by: clinic.who(by) }))
  report['add a record, the very first'] = await add('doctor')
  for (let i = 2; i < 10; i++) await add('doctor')
  report['add a record'] = await add('doctor')
  report['add a record, relayed'] = await add('relayer')
  await add('patient', { author: clinic.at('patient') })
  report['add a record, by the patient'] = await add('patient', { author: clinic.at('patient') })
  for (const count of [2, 20]) {
    const parts = await Promise.all(
      Array.from({ length: count }, async () => signed(clinic, 'AddRecord', await clinic.record())),
    )
    const together = await used(bringAll(clinic, parts))
    report[`add a record, each of ${count} of one patient`] = Math.ceil(together / count)
  }
}

async function access(clinic: Clinic, report: GasReport): Promise<void> {
  const patient = clinic.at('patient')
  const send = async (act: ActName, fields: Message) => used(clinic.send(act, fields))
  const open = { patient, folders: [3], keyrings: [pointer('3')] }
  report['open a folder'] = await send('OpenFolders', open)
  const request = { doctor: clinic.at('colleague'), patient, folders: [0, 1] }
  report['request access, the first of the day'] = await send('RequestAccess', request)
  report['request access'] = await send('RequestAccess', request)
  report.decline = await send('Decline', { patient, doctor: clinic.at('colleague') })
  const two = await clinic.right({ reader: clinic.at('colleague') })
  report['give access'] = await send('GiveAccess', two)
  const reader = clinic.at('reader')
  const three = await clinic.right({ reader, folders: [0, 1, 2], mayAdd: false })
  report['give access, a further folder'] = (await send('GiveAccess', three)) - report['give access']
  const again = await clinic.right({ reader: clinic.at('colleague') })
  report['give access again'] = await send('GiveAccess', again)
  report['give access again, relayed'] = await used(
    clinic.bring('GiveAccess', await clinic.right({ reader: clinic.at('colleague') })),
  )
  report['remove access'] = await send('RemoveAccess', { patient, reader, folders: [] })
  report['remove access, relayed'] = await used(
    clinic.bring('RemoveAccess', { patient, reader: clinic.at('colleague'), folders: [] }),
  )
  await rekeys(clinic, report)
  const offer = { from: clinic.at('doctor'), to: patient, block: pointer('offer') }
  report['offer keys'] = await send('OfferKeys', offer)
}

async function rekeys(clinic: Clinic, report: GasReport): Promise<void> {
  const device = clinic.who('device')
  const rekey = async (...folders: number[]) =>
    used(clinic.send('Rekey', await clinic.epoch({ folders }), device))
  const first = await rekey(1)
  report['re-key a folder for the first time'] = first
  report['re-key a folder'] = await rekey(1)
  report['re-key, a further folder for the first time'] = (await rekey(1, 2)) - report['re-key a folder']
  report['re-key, a further folder'] = (await rekey(1, 2)) - report['re-key a folder']
  report['re-key a folder, relayed'] = await used(
    clinic.bring('Rekey', await clinic.epoch(), { signer: device }),
  )
}

/** A plan of two guardians of two, and what follows from it. */
async function emergency(clinic: Clinic, report: GasReport): Promise<void> {
  const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
  const guardians = [clinic.at('neighbour'), clinic.at('colleague')]
  const send = async (act: ActName, fields: Message) => used(clinic.send(act, fields))
  const plan = clinic.plan({ guardians })
  report['set a plan for emergencies, 2 of 2'] = await send('SetEmergencyPlan', plan)
  const accepting = guardians.map((guardian) => ({ guardian, patient, plan: 1 }))
  report['accept as guardian'] = await send('AcceptGuardian', accepting[0]!)
  await send('AcceptGuardian', accepting[1]!)
  report['set the next plan, with the same guardians'] = await send('SetEmergencyPlan', plan)
  const card = pointer('critical')
  report['write a critical card'] = await send('SetCriticalCard', { patient, card })
  report['look at a critical card'] = await send('ViewCriticalCard', { doctor, patient, card })
  const kit = pointer('drill')
  report['call a drill'] = await send('CallEmergencyDrill', { patient, kit })
  const answer = { guardian: guardians[0], patient, kit, share: pointer('share') }
  report['answer a drill'] = await send('AnswerEmergencyDrill', answer)
  const asks = { doctor, patient, reason: pointer('reason') }
  report['request in an emergency, a doctor’s first'] = await send('RequestEmergency', asks)
  report['request in an emergency, while others wait'] = await send('RequestEmergency', asks)
  const veto = { by: guardians[0], patient, request: 2 }
  report['veto a request'] = await send('VetoEmergency', veto)
  report['request in an emergency'] = await send('RequestEmergency', asks)
  const shares = guardians.map((guardian) => ({ guardian, patient, request: 3, share: pointer('share') }))
  report['approve a request'] = await send('ApproveEmergency', shares[0]!)
  report['approve a request, relayed'] = await used(clinic.bring('ApproveEmergency', shares[1]!))
  await networkHelpers.time.increase(2 * 3600)
  report['open an emergency'] = await send('OpenEmergency', { by: doctor, patient, request: 3 })
  const extend = { guardian: guardians[1], patient, request: 3 }
  report['extend an emergency'] = await send('ExtendEmergency', extend)
  report['close an emergency'] = await send('CloseEmergency', { by: doctor, patient, request: 3 })
  report['review an emergency'] = await send('ReviewEmergency', { patient, request: 3, verdict: 1 })
  report['resign as guardian'] = await send('ResignGuardian', { guardian: guardians[0], patient })
}

/** A child with a custodian, and what its acts cost beside those of a patient who signs alone. */
async function custodians(clinic: Clinic, report: GasReport): Promise<void> {
  await registerChild(clinic)
  report['name a custodian'] = await used(clinic.send('SetCustodian', await custody(clinic)))
  report['join for a child with two folders'] = await used(joinForChild(clinic, 'stranger'))
  const add = async () =>
    used(
      clinic.bring('AddRecord', await clinic.record({ patient: child, author: child }), {
        signer: clinic.who('stranger'),
      }),
    )
  await add()
  report['add a record for a child, relayed'] = await add()
  const over = { by: clinic.at('stranger'), patient: child, to: clinic.at('neighbour') }
  report['hand over'] = await used(clinic.send('HandOver', over))
}

/** Ten records, and fifty views, of ten patients by one doctor. */
async function views(clinic: Clinic, report: GasReport): Promise<void> {
  const patients = (await ethers.getSigners()).slice(10, 20)
  const doctor = clinic.at('doctor')
  for (const signer of patients) {
    clinic.people[signer.address] = signer
    const patient = signer.address
    const [profile, publicKey] = [pointer('profile'), pointer('key')]
    await clinic.send('RegisterPatient', { admin: clinic.at('admin'), account: patient, profile, until: 0 })
    const folders = { folders: [0, 1], keyrings: [pointer('0'), pointer('1')] }
    await clinic.bring('Join', { account: patient, publicKey, device: ethers.ZeroAddress, ...folders })
    await clinic.send('GiveAccess', await clinic.right({ patient }))
    for (let i = 0; i < 5; i++) await clinic.bring('AddRecord', await clinic.record({ patient }))
  }
  const parts = await Promise.all(
    patients.map(async ({ address }) =>
      signed(clinic, 'AddRecord', await clinic.record({ patient: address })),
    ),
  )
  report['add a record, each of 10 of as many patients'] = Math.ceil(
    (await used(bringAll(clinic, parts))) / 10,
  )
  const time = await networkHelpers.time.latest()
  const records = [1, 2, 3, 4, 5]
  const batch = patients.map(({ address }) => ({ patient: address, records, times: records.map(() => time) }))
  report['log 50 views of 10 patients'] = await used(
    clinic.send('LogViews', { viewer: doctor, views: batch }),
  )
}
