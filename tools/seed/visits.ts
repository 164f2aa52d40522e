import { chooseDoctor, giveTo } from '../tour/access-scenes.ts'
import { addRecords, keepProfile, openRecord, type Scene, s, some } from '../tour/scenes.ts'

/** The patient comes in for the first time after the profile was handed over, and brings records along. */
export async function startWith(scene: Scene, name: string, files: readonly string[]): Promise<void> {
  const { desk } = scene
  await desk.comeIn(name)
  await desk.heading(s('records.yours')).waitFor()
  await keepProfile(scene)
  await addRecords(scene, files)
  await recordsAreThere(scene, files)
}

export async function recordsAreThere(scene: Scene, files: readonly string[]): Promise<void> {
  for (const file of files) await recordIsThere(scene, file.replace(/\.\w+$/, ''))
}

/** @param folders as `giveTo` */
export async function give(
  scene: Scene,
  doctor: string,
  mayAdd: boolean | null,
  folders?: readonly string[] | null,
): Promise<void> {
  await scene.desk.goTo('access')
  await chooseDoctor(scene, doctor)
  await giveTo(scene, doctor, mayAdd, folders)
}

export async function readOf(
  scene: Scene,
  doctor: string,
  patient: string,
  titles: readonly string[],
): Promise<void> {
  await scene.desk.comeIn(doctor)
  await openPatient(scene, patient)
  for (const title of titles) {
    await openRecord(scene, title)
    await scene.desk.page.goBack()
  }
}

/** From the list of a doctor's patients. */
export const openPatient = ({ desk }: Scene, name: string): Promise<void> =>
  desk.page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()

/** On the page of a patient's records. */
export async function add(scene: Scene, patient: string, title: string): Promise<void> {
  await scene.desk.heading(new RegExp(patient)).waitFor()
  await addRecords(scene, [`${title}.pdf`], [s('patients.add')])
  await recordIsThere(scene, title)
}

const recordIsThere = ({ desk }: Scene, title: string): Promise<void> =>
  desk.page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .waitFor()

/** Views come to the log a moment after they were made; who goes before leaves them for the next time. */
export async function leaveOnceLogged({ desk }: Scene, views: number): Promise<void> {
  await desk.goTo('log')
  await desk.page
    .getByRole('row')
    .filter({ hasText: some('log.kinds.record-viewed') })
    .nth(views - 1)
    .waitFor()
  await desk.leave()
}
