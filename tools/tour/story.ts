import { askFor, chooseDoctor, giveTo, removeFrom } from './access-scenes.ts'
import { goOffline, goOnline, openOffline } from './offline-scene.ts'
import {
  addRecords,
  enrol,
  handOver,
  keepProfile,
  openRecord,
  register,
  type Scene,
  s,
  some,
} from './scenes.ts'
import { words } from './words.ts'

export type Step = { readonly title: string; readonly run: (scene: Scene) => Promise<void> }

const DOCTOR = 'Nisha Rao'
const SECOND = 'Hana Sato'
const PATIENT = 'Amara Osei'
const ADMIN = 'Marta Keller'
const CARDIOLOGY = words('common', 'specialties.394579002')

/** The main job, from a file on one person's disk to another person's screen and back under lock. */
export const STORY: readonly Step[] = [
  {
    title: 'The admin comes in and publishes a key',
    run: async (scene) => {
      await scene.look('connect')
      await enrol(scene, ADMIN)
      await scene.desk.heading(words('common', 'nav.overview')).waitFor()
      await scene.desk.page.getByText(s('overview.last')).waitFor()
      await scene.look('admin-overview')
    },
  },
  {
    title: 'The admin registers two doctors and a patient, and sees them in People',
    run: async (scene) => {
      await register(scene, 'doctor', DOCTOR)
      await register(scene, 'doctor', SECOND)
      await register(scene, 'patient', PATIENT)
      await scene.desk.goTo('people')
      for (const name of [DOCTOR, SECOND, PATIENT]) await scene.desk.page.getByText(name).first().waitFor()
      await scene.look('admin-people')
      await scene.desk.leave()
    },
  },
  {
    title: 'Doctors and patient create and publish their keys',
    run: async (scene) => {
      for (const name of [DOCTOR, SECOND, PATIENT]) {
        await enrol(scene, name)
        await scene.desk.goTo('key')
        await scene.desk.heading(s('key.title')).waitFor()
        await scene.look('my-key')
        await scene.desk.leave()
      }
    },
  },
  {
    title: 'The admin hands the patient the sealed profile',
    run: async (scene) => {
      const { desk } = scene
      await desk.comeIn(ADMIN)
      await desk.goTo('overview')
      await handOver(scene, PATIENT)
      await desk.leave()
    },
  },
  {
    title: 'The patient keeps the profile, adds two records for cardiology and views both',
    run: async (scene) => {
      const { desk } = scene
      await desk.comeIn(PATIENT)
      await desk.heading(s('records.yours')).waitFor()
      await scene.look('patient-records-empty')
      await keepProfile(scene)
      await addRecords(scene, ['Lipid panel and troponin.pdf', 'ECG, resting.png'], undefined, CARDIOLOGY)
      await desk.page
        .getByRole('link', { name: /ECG, resting/ })
        .first()
        .waitFor()
      await scene.look('patient-records')
      await openRecord(scene, 'Lipid panel')
      await desk.goTo('records')
      await openRecord(scene, 'ECG')
      await desk.leave()
    },
  },
  {
    title: 'The doctor asks for access',
    run: async (scene) => {
      const { desk } = scene
      await desk.comeIn(DOCTOR)
      await desk.heading(s('patients.title')).waitFor()
      await scene.look('doctor-patients-empty')
      await askFor(scene, PATIENT)
      await desk.leave()
    },
  },
  {
    title: 'The patient reads what would be given, and gives that folder to both doctors',
    run: async (scene) => {
      const { desk } = scene
      await desk.comeIn(PATIENT)
      await desk.goTo('requests')
      await desk.page.getByRole('link', { name: some('requests.decideFrom') }).waitFor()
      await scene.look('patient-requests')
      await desk.page.getByRole('link', { name: some('requests.decideFrom') }).click()
      await giveTo(scene, DOCTOR, true, null)
      await chooseDoctor(scene, SECOND)
      await giveTo(scene, SECOND, false, [CARDIOLOGY])
      await scene.look('patient-access')
      await desk.leave()
    },
  },
  {
    title: 'The doctor opens both records with every check, and adds one',
    run: async (scene) => {
      const { desk } = scene
      await desk.comeIn(DOCTOR)
      await desk.page
        .getByRole('link', { name: new RegExp(PATIENT) })
        .first()
        .waitFor()
      await scene.look('doctor-patients')
      await desk.page
        .getByRole('link', { name: new RegExp(PATIENT) })
        .first()
        .click()
      await desk.page.getByRole('link', { name: /ECG/ }).first().waitFor()
      await scene.look('doctor-patient-records')
      await openRecord(scene, 'Lipid panel')
      await desk.page.goBack()
      await openRecord(scene, 'ECG')
      await desk.page.goBack()
      await addRecords(scene, ['Discharge letter.pdf'], [s('patients.add')])
      await desk.page
        .getByRole('link', { name: /Discharge letter/ })
        .first()
        .waitFor()
      // The log gets what was viewed a moment after the last opening.
      await desk.page.waitForTimeout(5_000)
      await desk.leave()
    },
  },
  {
    title: 'The patient sees the new record and its author, and removes the doctor',
    run: async (scene) => {
      const { desk } = scene
      await desk.comeIn(PATIENT)
      await openRecord(scene, 'Discharge letter')
      await removeFrom(scene, DOCTOR)
      await desk.leave()
    },
  },
  {
    title: 'The removed doctor can open nothing; the other one still reads everything',
    run: async (scene) => {
      const { desk } = scene
      await desk.comeIn(DOCTOR)
      await desk.heading(s('patients.title')).waitFor()
      await desk.page.getByText(some('patients.ended')).first().waitFor()
      await scene.look('doctor-patients-ended')
      await desk.leave()
      await desk.comeIn(SECOND)
      await desk.page
        .getByRole('link', { name: new RegExp(PATIENT) })
        .first()
        .click()
      await openRecord(scene, 'Discharge letter')
      await desk.leave()
    },
  },
  {
    title: 'The patient reads a record without any network, and comes back',
    run: async (scene) => {
      const { desk } = scene
      await desk.comeIn(PATIENT)
      await goOffline(scene)
      await desk.goTo('records')
      await openOffline(scene, 'Discharge letter')
      await goOnline(scene)
      await desk.leave()
    },
  },
  {
    title: 'Everyone sees the log of what concerns them, and proves it whole',
    run: async (scene) => {
      const { desk } = scene
      for (const name of [PATIENT, SECOND, ADMIN]) {
        await desk.comeIn(name)
        await desk.goTo(name === PATIENT ? 'whoLooked' : 'log')
        await desk.button(s('log.verify')).click()
        await desk.page.getByText(some('log.whole_other')).waitFor()
        await scene.look(`log-${name}`)
        if (name !== ADMIN) await desk.leave()
      }
      await desk.button(s('log.export.open')).click()
      await desk.page.getByRole('menuitem', { name: s('log.export.proof') }).waitFor()
      await scene.look('log-export')
      await desk.page.keyboard.press('Escape')
      await desk.goTo('compliance')
      await desk.heading(words('compliance', 'title')).waitFor()
      await scene.look('compliance')
      await desk.goTo('performance')
      await desk.page.getByRole('img', { name: /half took at most/ }).waitFor()
      await scene.look('performance')
      await desk.goTo('settings')
      await desk.heading(s('settings.title')).waitFor()
      await scene.look('settings')
      await desk.leave()
    },
  },
]
