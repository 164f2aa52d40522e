import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoClinic, openDemoClinic } from '../../tools/demo/clinic.ts'
import { prepareKeyring, type Surroundings } from '../../tools/demo/surroundings.ts'
import { chooseDoctor, giveTo } from '../../tools/tour/access-scenes.ts'
import { Desk } from '../../tools/tour/desk.ts'
import { addRecords, enrol, register, type Scene, s } from '../../tools/tour/scenes.ts'
import { hearsGroups } from '../support/hears-groups.ts'
import { violationsOf } from './support/accessible.ts'
import { type Launched, launchApp } from './support/launch.ts'

const DOCTOR = 'Nisha Rao'
const PATIENT = 'Amara Osei'

/** Two whole apps take a minute; the exchange itself is in `test/adapters/neighbours.test.ts`. */
const runs = hearsGroups && process.env.MEDICAL_CHAIN_FULL === '1'

describe.runIf(runs)('two computers of a clinic without stores', () => {
  let folder: string
  let clinic: DemoClinic
  let keyring: Surroundings
  const launched: Launched[] = []

  async function computer(name: string): Promise<Scene> {
    const app = await launchApp({ folder: join(folder, name), clinic, surroundings: keyring })
    launched.push(app)
    return { desk: new Desk(app.app, app.page), documents: folder, look: async () => undefined }
  }
  let patients: Scene

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-nearby-'))
    writeFileSync(join(folder, 'Wound.txt'), 'It heals well.')
    keyring = await prepareKeyring(folder)
    clinic = await openDemoClinic(join(folder, 'chain'))
    patients = await computer('front-desk')
    await enrol(patients, 'Marta Keller')
    await register(patients, 'doctor', DOCTOR)
    await register(patients, 'patient', PATIENT)
    await patients.desk.leave()
    await enrol(patients, PATIENT)
  }, 180_000)
  afterAll(async () => {
    for (const app of launched) await app.close()
    await clinic?.stop()
    await keyring?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  it('exchange what is sealed once both want to, and say how many they are', async () => {
    const { desk } = patients
    await desk.goTo('settings')
    const panel = desk.page.getByRole('region', { name: s('storage.title') })
    await panel.getByText(s('storage.alone')).waitFor()
    await panel
      .getByRole('radiogroup', { name: s('storage.nearby') })
      .getByText(s('settings.on'), { exact: true })
      .click()
    await panel.getByText(s('storage.nearbyCount_zero')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])

    const there = join(folder, 'surgery/app')
    mkdirSync(there, { recursive: true, mode: 0o700 })
    writeFileSync(join(there, 'settings.json'), JSON.stringify({ exchangeNearby: true }))
    const doctors = await computer('surgery')
    await panel.getByText(s('storage.nearbyCount_one')).waitFor()

    await desk.goTo('records')
    await addRecords(patients, ['Wound.txt'])
    await desk.page.getByRole('link', { name: /Wound/ }).first().waitFor()
    await enrol(doctors, DOCTOR)
    await desk.goTo('access')
    await chooseDoctor(patients, DOCTOR)
    await giveTo(patients, DOCTOR, false)
    await doctors.desk.page
      .getByRole('region', { name: s('patients.title') })
      .getByRole('link')
      .first()
      .click()
    await doctors.desk.page.getByRole('link', { name: /Wound/ }).first().click()
    await doctors.desk.page.getByText('It heals well.').waitFor()
  })
})
