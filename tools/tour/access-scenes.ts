import { type Scene, s, some } from './scenes.ts'
import { words } from './words.ts'

/** The doctor, among their patients, asks somebody for access. */
export async function askFor({ desk, look }: Scene, name: string): Promise<void> {
  await desk.button(s('patients.ask')).first().click()
  const people = await desk.page.evaluate(
    async () => (await window.medicalChain.call('demo.people', undefined)) as unknown,
  )
  await desk.page.getByLabel(s('patients.address'), { exact: true }).fill(addressOf(people, name))
  await look('doctor-ask')
  await desk.button(s('patients.send')).click()
  await desk.sign()
  await desk.page.getByText(s('patients.asked')).waitFor()
  await desk.page.keyboard.press('Escape')
}

function addressOf(reply: unknown, name: string): string {
  const { value } = reply as { value: { people: readonly { name: string; address: string }[] } }
  return value.people.find((person) => person.name === name)!.address
}

/** The patient, at Access, chooses a doctor of the clinic to give it to. */
export async function chooseDoctor({ desk, look }: Scene, name: string): Promise<void> {
  await desk.page.getByRole('link', { name: s('access.give'), exact: true }).click()
  await desk.page.getByRole('combobox', { name: s('give.doctor') }).fill(name)
  await desk.page.getByRole('option', { name: new RegExp(name) }).waitFor()
  await look('patient-choose-doctor')
  await desk.page.getByRole('option', { name: new RegExp(name) }).click()
}

/** What a folder is called that every patient has. */
const GENERAL = words('common', 'folders.1')

/**
 * @param mayAdd null for somebody who is registered to read alone, and is asked nothing of the kind
 * @param folders their names; null for those that are proposed
 */
export async function giveTo(
  scene: Scene,
  name: string,
  mayAdd: boolean | null,
  folders: readonly string[] | null = [GENERAL],
): Promise<void> {
  const { desk, look } = scene
  if (folders !== null) await chooseFolders(scene, folders)
  if (mayAdd !== null)
    await desk.page
      .getByRole('radio', { name: new RegExp(`^${s(mayAdd ? 'give.add' : 'give.read')}`) })
      .first()
      .check()
  await look(`give-access-${name}`)
  await desk.confirmed(
    () => desk.button(s('give.sign')).click(),
    async (window) => {
      await window.getByText(name).first().waitFor()
    },
  )
  await desk.sign()
  await desk.heading(s('access.title')).waitFor()
  await desk.page
    .getByRole('table', { name: s('access.matrix') })
    .getByText(name)
    .waitFor()
}

/** Exactly these, whatever is proposed. What is wanted comes first, so that something is always chosen. */
async function chooseFolders({ desk }: Scene, folders: readonly string[]): Promise<void> {
  const boxes = desk.page.getByRole('group', { name: s('give.folders') }).getByRole('checkbox')
  await boxes.first().waitFor()
  for (const wanted of folders) await boxes.and(desk.page.getByLabel(wanted, { exact: true })).check()
  for (const box of await boxes.all()) {
    const label = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    if (!folders.includes(label)) await box.uncheck()
  }
}

/** The patient takes access back, and waits until every record has new keys. */
export async function removeFrom({ desk, look }: Scene, name: string): Promise<void> {
  await desk.goTo('access')
  await desk.page.getByRole('link', { name: new RegExp(`${s('access.remove')}.*${name}`) }).click()
  await desk.button(s('remove.sign')).waitFor()
  await look('remove-access')
  await desk.confirmed(() => desk.button(s('remove.sign')).click())
  await desk.sign()
  await desk.heading(some('remove.titleDone')).waitFor()
  await look('removed-access')
}
