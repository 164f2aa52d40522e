import { askFor, removeFrom } from '../tour/access-scenes.ts'
import { addRecords, enrol, handOver, openRecord, register } from '../tour/scenes.ts'
import type { Step } from '../tour/story.ts'
import { words } from '../tour/words.ts'
import { add, give, leaveOnceLogged, openPatient, readOf, recordsAreThere, startWith } from './visits.ts'

const ADMIN = 'Marta Keller'
const CARDIOLOGIST = 'Nisha Rao'
const RADIOLOGIST = 'Hana Sato'
const AMARA = 'Amara Osei'
const JONAS = 'Jonas Weber'
const CARDIOLOGY = words('common', 'specialties.394579002')

/** Comes in for the first time, and goes again. */
const makesKey = (name: string): Step => ({
  title: `${name} makes a key`,
  run: async (scene) => {
    await enrol(scene, name)
    await scene.desk.leave()
  },
})

/** The clinic's first morning: everybody has a key, and nobody has done anything with it yet. */
export const ARRIVALS: readonly Step[] = [
  {
    title: `${ADMIN} makes a key and registers two doctors and two patients`,
    run: async (scene) => {
      await enrol(scene, ADMIN)
      await register(scene, 'doctor', CARDIOLOGIST)
      await register(scene, 'doctor', RADIOLOGIST)
      await register(scene, 'patient', AMARA)
      await register(scene, 'patient', JONAS)
      await scene.desk.leave()
    },
  },
  ...[CARDIOLOGIST, RADIOLOGIST, AMARA, JONAS].map(makesKey),
]

/** Days in a clinic, in a minute: what somebody finds who opens the demo for the first time. */
export const SEEDS: readonly Step[] = [
  ...ARRIVALS,
  {
    title: `${ADMIN} hands everybody their profile`,
    run: async (scene) => {
      await scene.desk.comeIn(ADMIN)
      await scene.desk.goTo('overview')
      for (const name of [CARDIOLOGIST, RADIOLOGIST, AMARA, JONAS]) await handOver(scene, name)
      await scene.desk.leave()
    },
  },
  {
    title: `${AMARA} adds four records and gives both doctors access`,
    run: async (scene) => {
      await startWith(scene, AMARA, ['Full blood count.pdf'])
      const heart = ['Referral to the heart clinic.pdf', 'ECG, resting.png', 'Lipid panel and troponin.pdf']
      await addRecords(scene, heart, undefined, CARDIOLOGY)
      await recordsAreThere(scene, heart)
      await give(scene, CARDIOLOGIST, true, null)
      await give(scene, RADIOLOGIST, false, [CARDIOLOGY])
      await scene.desk.leave()
    },
  },
  {
    title: `${JONAS} adds three records and gives ${RADIOLOGIST} access`,
    run: async (scene) => {
      await startWith(scene, JONAS, [
        'Vaccination card.png',
        'Photo of the rash.jpg',
        'Allergy test of the skin.pdf',
      ])
      await give(scene, RADIOLOGIST, true)
      await scene.desk.leave()
    },
  },
  {
    title: `${CARDIOLOGIST} reads two records of ${AMARA}, adds a letter, and asks ${JONAS} for access`,
    run: async (scene) => {
      await readOf(scene, CARDIOLOGIST, AMARA, ['Lipid panel', 'ECG'])
      await add(scene, AMARA, 'Discharge letter')
      await scene.desk.goTo('patients')
      await askFor(scene, JONAS)
      await leaveOnceLogged(scene, 2)
    },
  },
  {
    title: `${RADIOLOGIST} reads for both patients, and adds a report for ${JONAS}`,
    run: async (scene) => {
      await readOf(scene, RADIOLOGIST, AMARA, ['Referral'])
      await scene.desk.goTo('patients')
      await openPatient(scene, JONAS)
      await openRecord(scene, 'Allergy test')
      await scene.desk.page.goBack()
      await add(scene, JONAS, 'Radiograph of the wrist')
      await leaveOnceLogged(scene, 2)
    },
  },
  {
    title: `${JONAS} takes back what ${RADIOLOGIST} was given`,
    run: async (scene) => {
      await scene.desk.comeIn(JONAS)
      await removeFrom(scene, RADIOLOGIST)
      await scene.desk.leave()
    },
  },
]
