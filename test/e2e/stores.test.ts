import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoClinic, openDemoClinic } from '../../tools/demo/clinic.ts'
import { prepareKeyring, type Surroundings } from '../../tools/demo/surroundings.ts'
import { startKuboServer } from '../../tools/stand-ins/kubo-server.ts'
import { chooseDoctor, giveTo } from '../../tools/tour/access-scenes.ts'
import { Desk } from '../../tools/tour/desk.ts'
import { goOffline, goOnline, openOffline } from '../../tools/tour/offline-scene.ts'
import { addRecords, enrol, openRecord, register, type Scene, s, some } from '../../tools/tour/scenes.ts'
import { violationsOf } from './support/accessible.ts'
import { type Launched, launchApp } from './support/launch.ts'

const DOCTOR = 'Nisha Rao'
const PATIENT = 'Amara Osei'
/** The smallest photograph there is. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('two computers of one clinic', () => {
  let folder: string
  let server: Awaited<ReturnType<typeof startKuboServer>>
  let clinic: DemoClinic
  let keyring: Surroundings
  const launched: Launched[] = []

  /** A computer of the clinic, with a store of its own and a place at the shared one. */
  async function computer(name: string): Promise<Scene> {
    const app = await launchApp({ folder: join(folder, name), clinic, surroundings: keyring })
    launched.push(app)
    const desk = new Desk(app.app, app.page)
    return { desk, documents: folder, look: async () => undefined }
  }
  let patients: Scene
  let doctors: Scene

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-stores-'))
    writeFileSync(join(folder, 'Wound.png'), Buffer.from(PIXEL, 'base64'))
    server = await startKuboServer()
    keyring = await prepareKeyring(folder)
    clinic = await openDemoClinic(join(folder, 'chain'))
    const network = JSON.parse(readFileSync(clinic.networkFile, 'utf8'))
    network.stores = [{ kind: 'kubo', name: 'Clinic node', url: server.url }]
    writeFileSync(clinic.networkFile, JSON.stringify(network))

    patients = await computer('front-desk')
    await enrol(patients, 'Marta Keller')
    await register(patients, 'doctor', DOCTOR)
    await register(patients, 'patient', PATIENT)
    await patients.desk.leave()
    await enrol(patients, PATIENT)
    doctors = await computer('surgery')
    await enrol(doctors, DOCTOR)
  }, 180_000)
  afterAll(async () => {
    for (const app of launched) await app.close()
    await clinic?.stop()
    await keyring?.stop()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
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
    await panel.getByRole('button', { name: s('storage.check') }).click()
    await panel.getByText(some('storage.failed_other')).waitFor()
    await panel.getByText(/^Fails since/).waitFor()

    server.misbehave('none')
    await panel.getByRole('button', { name: 'Key for Clinic node' }).click()
    await desk.page.getByLabel(s('storage.key.kubo'), { exact: true }).fill('a-token-of-the-clinic')
    await desk.button(s('storage.keepKey')).click()
    await panel.getByText(/^Answers since/).waitFor()
    await panel.getByRole('button', { name: s('storage.check') }).click()
    await panel.getByText(/^All \d+ are where they should be/).waitFor()
    expect(server.keys.at(-1)).toBe('Bearer a-token-of-the-clinic')
    expect(readFileSync(join(folder, 'front-desk/app/store-keys.json'), 'utf8')).not.toContain('a-token')
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
