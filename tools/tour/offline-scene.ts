import { openRecord, type Scene, s, some } from './scenes.ts'
import { words } from './words.ts'

const banner = (key: string): string => words('common', `banner.${key}`)

/** Asks to work without any network. Every page says so from then on. */
export async function goOffline({ desk, look }: Scene): Promise<void> {
  await desk.goTo('settings')
  await desk.page
    .getByRole('radiogroup', { name: s('settings.offline') })
    .getByText(s('settings.on'), { exact: true })
    .click()
  await desk.page.getByText(banner('offline')).waitFor()
  await desk.page.getByText(words('common', 'network.offline'), { exact: true }).waitFor()
  await look('settings-offline')
}

/** Opens a record that was opened here before; its checks say as of when. */
export async function openOffline(scene: Scene, title: string): Promise<void> {
  await openRecord(scene, title)
  await scene.desk.page.getByText(some('verify.asOf')).waitFor()
}

export async function goOnline({ desk }: Scene): Promise<void> {
  await desk.button(banner('goOnline')).click()
  await desk.page.getByText(banner('offline')).waitFor({ state: 'detached' })
}
