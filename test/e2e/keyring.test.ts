import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import errors from '../../resources/locales/en/errors.json' with { type: 'json' }
import { type DemoClinic, openDemoClinic } from '../../tools/demo/clinic.ts'
import { prepareKeyring, type Surroundings } from '../../tools/demo/surroundings.ts'
import { Desk } from '../../tools/tour/desk.ts'
import { enrol, s } from '../../tools/tour/scenes.ts'
import { withoutKeyring } from '../support/keyring.ts'
import { violationsOf } from './support/accessible.ts'
import { BACKUP_PASSPHRASE, saveBackup } from './support/backup-cases.ts'
import { callMain } from './support/bridge.ts'
import { type Launched, launchApp } from './support/launch.ts'
import { sceneOf } from './support/ward.ts'

const ADMIN = 'Marta Keller'
const CHOSEN = 'four words for a tour'

describe('a key under the system’s keyring', () => {
  let folder: string
  let clinic: DemoClinic
  let launched: Launched | null = null
  let keyring: Surroundings | null = null
  let desk: Desk
  let backup: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-keyring-'))
    backup = join(folder, 'backup.p12')
    clinic = await openDemoClinic(join(folder, 'chain'))
    await start(await prepareKeyring(folder))
    await enrol(sceneOf(desk), ADMIN)
    await saveBackup(desk, backup)
  })
  afterAll(async () => {
    await end()
    await clinic?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  /** The same computer, with this keyring. */
  async function start(surroundings: Surroundings): Promise<void> {
    await end()
    keyring = surroundings
    launched = await launchApp({ folder, clinic, surroundings })
    desk = new Desk(launched.app, launched.page)
  }
  async function end(): Promise<void> {
    await launched?.close()
    await keyring?.stop()
    launched = null
    keyring = null
  }

  const vault = (): string => {
    const [name] = readdirSync(join(folder, 'app/profiles')).filter((each) => !each.includes('aside'))
    return join(folder, 'app/profiles', name!, 'vault.json')
  }
  const unlock = async (): Promise<void> => {
    await desk.page
      .getByRole('button', { name: /^Unlock/ })
      .first()
      .click()
    await desk.unlock()
  }
  const says = (code: keyof typeof errors): Promise<void> =>
    desk.page.getByRole('alert').filter({ hasText: code }).waitFor()

  it('is there again after a restart', async () => {
    await start(await prepareKeyring(folder))
    await unlock()
    await desk.nav().waitFor()
  })

  it.each([
    ['is locked', () => prepareKeyring(folder, { locked: true })],
    ['can’t be reached', async () => ({ env: withoutKeyring(), flags: FLAGS, stop: NOTHING })],
    [
      'is another one, which protects nothing',
      async () => ({ env: withoutKeyring(), flags: ['--password-store=basic'], stop: NOTHING }),
    ],
  ])('does not open while the keyring %s, and the screen says what to do', async (_, surroundings) => {
    const before = readFileSync(vault(), 'utf8')
    await start(await surroundings())
    await unlock()
    await says('E_BACKEND_UNSAFE')
    // A new start would need the keyring as well, so none is offered.
    expect(await desk.button(s('unlock.lost')).count()).toBe(0)
    expect(readFileSync(vault(), 'utf8')).toBe(before)
  })

  it('opens as before when the keyring is back', async () => {
    await start(await prepareKeyring(folder))
    await unlock()
    await desk.nav().waitFor()
    await desk.leave()
  })

  it('that is damaged says so, is put away unharmed, and comes back from a backup', async () => {
    const path = vault()
    const stored = JSON.parse(readFileSync(path, 'utf8'))
    const secret = Buffer.from(stored.secret, 'base64')
    secret[secret.length - 1]! ^= 1
    const damaged = JSON.stringify({ ...stored, secret: secret.toString('base64') })
    writeFileSync(path, damaged)
    await unlock()
    await says('E_VAULT_DAMAGED')
    expect(await violationsOf(desk.page)).toEqual([])
    await desk.declined(() => desk.button(s('unlock.lost')).click())
    await desk.page.getByText(errors.E_CONFIRM_DECLINED.title).waitFor()
    expect(readFileSync(path, 'utf8')).toBe(damaged)
    await desk.confirmed(
      () => desk.button(s('unlock.lost')).click(),
      async (window) => expect(await violationsOf(window)).toEqual([]),
    )
    await desk.button(s('connect.unlock').replace('{{name}}', ADMIN)).waitFor({ state: 'detached' })
    await desk.comeIn(ADMIN)
    await desk.heading(s('onboarding.needs-restore.title')).waitFor()
    // Nobody could give an admin anything back: no key without the old one.
    expect(await desk.button(s('onboarding.needs-restore.without')).count()).toBe(0)
    expect(await callMain(desk.page, 'session.replaceKey', { passphrase: CHOSEN })).toMatchObject({
      ok: false,
      code: 'E_NOT_ALLOWED',
    })
    await desk.page.getByLabel(s('passphrase.choose'), { exact: true }).fill(CHOSEN)
    await desk.page.getByLabel(s('passphrase.repeat'), { exact: true }).fill(CHOSEN)
    await desk.page.getByLabel(s('onboarding.needs-restore.backup'), { exact: true }).fill(BACKUP_PASSPHRASE)
    await desk.chooseNext([backup])
    await desk.confirmed(() => desk.button(s('onboarding.needs-restore.choose')).click())
    await desk.sign()
    await desk.nav().waitFor()
    const aside = readdirSync(join(folder, 'app/profiles')).find((each) => each.includes('.aside-'))!
    expect(readFileSync(join(folder, 'app/profiles', aside, 'vault.json'), 'utf8')).toBe(damaged)
  })
})

const FLAGS = ['--password-store=gnome-libsecret']
const NOTHING = async (): Promise<void> => undefined
