import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startKuboServer } from '../../tools/stand-ins/kubo-server.ts'
import { chooseDoctor, giveTo } from '../../tools/tour/access-scenes.ts'
import { goOffline, goOnline, openOffline } from '../../tools/tour/offline-scene.ts'
import { addRecords, openRecord, type Scene, s, some } from '../../tools/tour/scenes.ts'
import { violationsOf } from './support/accessible.ts'
import { JOINING_MS } from './support/joined-clinic.ts'
import { sceneOf, Ward } from './support/ward.ts'

const DOCTOR = 'Nisha Rao'
const PATIENT = 'Amara Osei'
/** The smallest photograph there is. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('two computers of one clinic', () => {
  const ward = new Ward()
  let server: Awaited<ReturnType<typeof startKuboServer>>
  let patients: Scene
  let doctors: Scene

  beforeAll(async () => {
    await ward.open({ joined: true })
    writeFileSync(join(ward.folder, 'Wound.png'), Buffer.from(PIXEL, 'base64'))
    server = await startKuboServer()
    const { networkFile } = ward.clinic
    const network = JSON.parse(readFileSync(networkFile, 'utf8'))
    network.stores = [{ kind: 'kubo', name: 'Clinic node', url: server.url }]
    writeFileSync(networkFile, JSON.stringify(network))

    patients = sceneOf(await ward.computer('front-desk'), ward.folder)
    await patients.desk.comeIn(PATIENT)
    doctors = sceneOf(await ward.computer('surgery'), ward.folder)
    await doctors.desk.comeIn(DOCTOR)
  }, JOINING_MS)
  afterAll(async () => {
    await ward.close()
    await server?.stop()
  })

  it('a record that waits for the store goes on by itself when the store is back', async () => {
    const { desk } = patients
    await desk.goTo('records')
    server.misbehave('busy')
    await addRecords(patients, ['Wound.png'])
    await desk.page.getByText('Clinic node does not answer.').first().waitFor()
    server.misbehave('none')
    await desk.page.getByRole('link', { name: /Wound/ }).first().waitFor()
  })

  it('what one computer keeps, the other one opens, and keeps for when the store is gone', async () => {
    await patients.desk.goTo('access')
    await chooseDoctor(patients, DOCTOR)
    await giveTo(patients, DOCTOR, false)

    const { desk } = doctors
    // Without a name: the profile has not been handed over to this patient.
    await desk.page
      .getByRole('region', { name: s('patients.title') })
      .getByRole('link')
      .first()
      .click()
    await desk.button(some('records.keepAll_one')).waitFor()
    await openRecord(doctors, 'Wound')
    await desk.page.getByRole('switch', { name: s('viewer.keep') }).click()
    await desk.page.getByText(s('viewer.keptNote')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    server.misbehave('locked')
    await desk.page.goBack()
    await desk.page.getByText(s('records.place.kept')).waitFor()
    expect(await desk.button(some('records.keepAll_one')).count()).toBe(0)
    await openRecord(doctors, 'Wound')
  })

  it('the settings name the store, how it does, and take its key', async () => {
    const { desk } = patients
    await desk.goTo('settings')
    const panel = desk.page.getByRole('region', { name: s('storage.title') })
    const look = panel.getByRole('button', { name: s('storage.check') })
    await look.click()
    await panel.getByText(some('storage.failed_other')).waitFor()
    await panel.getByText(/^Fails since/).waitFor()

    server.misbehave('none')
    await panel.getByRole('button', { name: 'Key for Clinic node' }).click()
    await desk.page.getByLabel(s('storage.key.kubo'), { exact: true }).fill('a-token-of-the-clinic')
    await desk.button(s('storage.keepKey')).click()
    await panel.getByText(/^Answers since/).waitFor()
    // What people had before the clinic had this store is copied now, unless it has been in the meantime.
    const whole = panel.getByText(some('storage.whole'))
    await look.click()
    await whole.or(panel.getByText(some('storage.repaired_other'))).waitFor()
    await look.click()
    await whole.waitFor()
    expect(server.keys.at(-1)).toBe('Bearer a-token-of-the-clinic')
    expect(readFileSync(ward.dataOf('front-desk', 'store-keys.json'), 'utf8')).not.toContain('a-token')
  })

  it('somebody who works offline goes on reading what was opened here, and sees as of when', async () => {
    const { desk } = doctors
    await goOffline(doctors)
    await desk.goTo('patients')
    await desk.page
      .getByRole('region', { name: s('patients.title') })
      .getByRole('link')
      .first()
      .click()
    await openOffline(doctors, 'Wound')
    await goOnline(doctors)
    await desk.page.goBack()
    await openRecord(doctors, 'Wound')
    await desk.page.getByText(s('verify.here')).waitFor()
  })
})
