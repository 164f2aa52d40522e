import { join } from 'node:path'
import type { Desk } from './desk.ts'
import { pattern, words } from './words.ts'

/** What a step has at hand. */
export type Scene = {
  readonly desk: Desk
  /** Folder of the demo's documents. */
  readonly documents: string
  /** Called on every screen worth looking at. */
  readonly look: (name: string) => Promise<void>
}

/** A word of the screens. */
export const s = (key: string): string => words('screens', key)
/** A word with blanks, found whatever stands in them. */
export const some = (key: string): RegExp => pattern('screens', key)

export async function register(
  { desk, look }: Scene,
  role: 'doctor' | 'patient' | 'reader',
  name: string,
): Promise<void> {
  if (role === 'reader') {
    await desk.goTo('people')
    await desk.page.getByRole('link', { name: s('register.title.reader') }).click()
  } else await desk.goTo(role === 'doctor' ? 'registerDoctor' : 'registerPatient')
  await desk.heading(s(`register.title.${role}`)).waitFor()
  const another = desk.button(s(`registered.again.${role}`))
  if (await another.isVisible()) await another.click()
  await desk.button(s('register.fill')).click()
  await desk.page.getByRole('menuitem').first().waitFor()
  await look('admin-register-menu')
  await desk.page.getByRole('menuitem', { name: new RegExp(name) }).click()
  await desk.page.getByText(s('register.new')).waitFor()
  await look(`admin-register-${role}-${name}`)
  await desk.button(s('register.sign')).click()
  await look('wallet-sheet')
  await desk.sign()
  await another.waitFor()
  await look(`admin-receipt-${name}`)
}

/** Signs in for the first time, makes a key and publishes it. */
export async function enrol({ desk, look }: Scene, name: string): Promise<void> {
  await desk.comeIn(name)
  await desk.heading(s('onboarding.needs-key.title')).waitFor()
  await look('create-key')
  await desk.createKey()
  await look('publish-key')
  await desk.publishKey()
}

/** The buttons that begin it: on a page with records, and on one without. */
export const ADD = [s('add.choose'), s('add.chooseFiles')] as const

/** @param folder a specialty that the patient has no folder for yet, where the files go instead of the first one */
export async function addRecords(
  { desk, documents, look }: Scene,
  files: readonly string[],
  buttons: readonly string[] = ADD,
  folder?: string,
): Promise<void> {
  await desk.chooseNext(files.map((file) => join(documents, file)))
  const [first, second = first] = buttons.map((name) => desk.button(name))
  await first!.or(second!).first().click()
  await desk.page.getByRole('list', { name: s('add.staged') }).waitFor()
  if (folder !== undefined) for (const file of files) await fileUnder(desk, file, folder)
  await look('add-records')
  await desk.button(some(files.length === 1 ? 'add.confirm_one' : 'add.confirm_other')).click()
  // A new folder is opened by an act of its own.
  if (folder !== undefined) await desk.sign()
  for (const _ of files) await desk.sign()
}

/** By what the app reads in a letter and suggests; a picture has no text to go by. */
async function fileUnder(desk: Desk, file: string, folder: string): Promise<void> {
  if (file.endsWith('.pdf')) {
    const use = s('add.suggest.useFor').replace('{{specialty}}', folder).replace('{{name}}', file)
    return desk.button(use).click()
  }
  await desk.page.getByRole('combobox', { name: s('add.folder').replace('{{name}}', file) }).fill(folder)
  await desk.page.getByRole('option', { name: folder, exact: true }).click()
}

export async function openRecord({ desk, look }: Scene, title: string): Promise<void> {
  await desk.page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await desk.page.getByText(some('verify.verified')).first().waitFor()
  await desk.page.locator('.pdfViewer canvas, main img').first().waitFor()
  await look(`record-${title}`)
  await desk.button(s('viewer.larger')).hover()
  await desk.page.getByRole('tooltip').waitFor()
  await look('record-tooltip')
  await desk.page.mouse.move(0, 0)
}

/** The admin, on the overview, seals a registered patient's profile to their own key. */
export async function handOver({ desk, look }: Scene, name: string): Promise<void> {
  await desk
    .button(some('overview.handOverTo'))
    .filter({ hasText: s('overview.handOverButton') })
    .first()
    .waitFor()
  await look('admin-hand-over')
  const waiting = desk.page.getByRole('button', { name: new RegExp(name) }).first()
  await waiting.click()
  await desk.sign()
  await waiting.waitFor({ state: 'detached' })
}

/** The patient takes over the profile that the admin has sealed to them. */
export async function keepProfile({ desk }: Scene): Promise<void> {
  await desk.button(s('profile.keep')).click()
  await desk.sign()
  await desk.button(s('profile.keep')).waitFor({ state: 'detached' })
}
