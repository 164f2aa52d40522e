import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoClinic, openDemoClinic } from '../../../tools/demo/clinic.ts'
import { DEMO_PASSPHRASE } from '../../../tools/demo/people.ts'
import { prepareKeyring, type Surroundings } from '../../../tools/demo/surroundings.ts'
import { Desk } from '../../../tools/tour/desk.ts'
import { type Scene, s, some } from '../../../tools/tour/scenes.ts'
import { joinedClinic } from './joined-clinic.ts'
import { type Launched, launchApp } from './launch.ts'

/** One clinic and the computers in it, each with a user-data folder of its own. */
export class Ward {
  readonly folder = mkdtempSync(join(tmpdir(), 'medical-chain-ward-'))
  clinic!: DemoClinic
  #surroundings!: Surroundings
  readonly #computers: Launched[] = []
  #joined = false

  /** @param joined its people have come in already, on every computer: see `joinedClinic` */
  async open({ joined = false } = {}): Promise<void> {
    this.#joined = joined
    if (joined) await joinedClinic(this.folder)
    this.clinic = await openDemoClinic(join(this.folder, 'chain'))
    this.#surroundings = await prepareKeyring(this.folder)
  }

  /** Starts the app on a computer, which is new when nobody has used this name before. */
  async computer(name: string, env: Readonly<Record<string, string>> = {}): Promise<Desk> {
    const folder = join(this.folder, name)
    mkdirSync(folder, { recursive: true })
    if (this.#joined && !existsSync(join(folder, 'app')))
      cpSync(join(this.folder, 'app'), join(folder, 'app'), { recursive: true })
    const launched = await launchApp({ folder, clinic: this.clinic, surroundings: this.#surroundings, env })
    this.#computers.push(launched)
    return new Desk(launched.app, launched.page, this.#joined ? DEMO_PASSPHRASE : undefined)
  }

  /** Where the app of a computer keeps its things. */
  dataOf(name: string, ...parts: string[]): string {
    return join(this.folder, name, 'app', ...parts)
  }

  /** Every file under a part of a computer's data. */
  filesOf(name: string, ...parts: string[]): string[] {
    return readdirSync(this.dataOf(name, ...parts), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  }

  async close(): Promise<void> {
    for (const launched of this.#computers) await launched.close()
    await this.clinic?.stop()
    await this.#surroundings?.stop()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The parts of the tour, played where nobody looks at pictures. */
export const sceneOf = (desk: Desk, documents = ''): Scene => ({
  desk,
  documents,
  look: async () => undefined,
})

/** Signs what is staged, and waits until it stands in the list. */
export async function addStaged(desk: Desk, title: string): Promise<void> {
  await desk.button(some('add.confirm_one')).click()
  await desk.sign()
  await recordLink(desk, title).waitFor()
}

export const recordLink = (desk: Desk, title: string) =>
  desk.page
    .getByRole('list', { name: s('records.list') })
    .getByRole('link', { name: title, exact: true })
    .first()

/** Files that come from the page itself: dropped, where they have no path to tell, or pasted. */
export async function giveFiles(
  desk: Desk,
  how: 'drop' | 'paste',
  files: readonly { readonly name: string; readonly type: string; readonly base64: string }[],
): Promise<void> {
  await desk.page.evaluate(
    ([kind, given]) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of given)
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type }))
      const settings = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(
        kind === 'drop'
          ? new DragEvent('drop', { ...settings, dataTransfer: data })
          : new ClipboardEvent('paste', { ...settings, clipboardData: data }),
      )
    },
    [how, [...files]] as const,
  )
}

/** A file of the disk, dragged over the window and let go in its middle, as the system does it. */
export async function dragFile(desk: Desk, path: string): Promise<void> {
  const session = await desk.page.context().newCDPSession(desk.page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data })
  await session.detach()
}
