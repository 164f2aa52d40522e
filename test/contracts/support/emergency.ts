import { expect } from 'chai'
import { type Clinic, HOUR, networkHelpers, openClinic, pointer } from './clinic.ts'

/** The patient has a plan, and all three guardians have accepted. */
export async function plannedPatient(): Promise<Clinic> {
  const clinic = await openClinic()
  const patient = clinic.at('patient')
  await clinic.send('SetEmergencyPlan', clinic.plan())
  for (const name of ['neighbour', 'reader', 'colleague']) {
    await clinic.send('AcceptGuardian', { guardian: clinic.at(name), patient, plan: 1 })
  }
  return clinic
}

/** The doctor of the planned patient has asked, as request 1. */
export async function askedPatient(): Promise<Clinic> {
  const clinic = await plannedPatient()
  const [doctor, patient] = [clinic.at('doctor'), clinic.at('patient')]
  await clinic.send('RequestEmergency', { doctor, patient, reason: pointer('reason') })
  return clinic
}

/** Two guardians have approved, the wait is over, and the doctor has opened request 1. */
export async function openedPatient(): Promise<Clinic> {
  const clinic = await askedPatient()
  const [doctor, patient] = [clinic.at('doctor'), clinic.at('patient')]
  for (const name of ['neighbour', 'reader']) {
    const share = pointer(`share of ${name}`)
    await clinic.send('ApproveEmergency', { guardian: clinic.at(name), patient, request: 1, share })
  }
  await networkHelpers.time.increase(HOUR)
  await clinic.send('OpenEmergency', { by: doctor, patient, request: 1 })
  return clinic
}

/** Whether a doctor may read in one of the patient’s folders now. */
export const reads = (clinic: Clinic, folder = 1, doctor = 'doctor') =>
  clinic.chain.canAccess(clinic.at('patient'), clinic.at(doctor), folder)

export const ask = (clinic: Clinic, doctor = 'doctor') =>
  clinic.bring('RequestEmergency', {
    doctor: clinic.at(doctor),
    patient: clinic.at('patient'),
    reason: pointer('reason'),
  })

export const approve = (clinic: Clinic, name: string, request = 1) =>
  clinic.bring('ApproveEmergency', {
    guardian: clinic.at(name),
    patient: clinic.at('patient'),
    request,
    share: pointer(name),
  })

/** An act that anybody concerned with a request may sign. */
export const act = (
  clinic: Clinic,
  name: 'VetoEmergency' | 'OpenEmergency' | 'CloseEmergency',
  by: string,
  request = 1,
) => clinic.bring(name, { by: clinic.at(by), patient: clinic.at('patient'), request })

export const extend = (clinic: Clinic, guardian: string, request = 1) =>
  clinic.bring('ExtendEmergency', {
    guardian: clinic.at(guardian),
    patient: clinic.at('patient'),
    request,
  })

export const review = (clinic: Clinic, verdict: number, request = 1) =>
  clinic.bring('ReviewEmergency', { patient: clinic.at('patient'), request, verdict })

/** The act was refused with exactly this error. */
export const refused = (clinic: Clinic, done: Promise<unknown>, error: string, ...args: unknown[]) =>
  expect(done, error)
    .to.be.revertedWithCustomError(clinic.chain, error)
    .withArgs(...args)

/** The admin suspends or reinstates somebody. */
export const admin = (clinic: Clinic, name: 'Suspend' | 'Reinstate', account: string) =>
  clinic.send(name, { admin: clinic.at('admin'), account: clinic.at(account) })
