import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoClinic, openDemoClinic } from '../demo/clinic.ts'
import { Phone } from '../stand-ins/phone.ts'
import { type Relay, startRelay } from '../stand-ins/wallet-relay.ts'
import { Desk } from './desk.ts'
import { type Launched, launchApp } from './launch.ts'
import { words } from './words.ts'

/** A clinic whose people sign on a phone: chain, relay, one phone, and the app, which may be restarted. */
export class PhoneClinic {
  readonly folder = mkdtempSync(join(tmpdir(), 'medical-chain-phone-'))
  readonly #mailboxes = new Map()
  clinic!: DemoClinic
  relay!: Relay
  phone!: Phone
  desk!: Desk
  #launched: Launched | null = null

  async open(): Promise<void> {
    this.relay = await startRelay(0, this.#mailboxes)
    const clinic = await openDemoClinic(join(this.folder, 'chain'))
    const networkFile = join(this.folder, 'network.json')
    const walletConnect = { projectId: 'f'.repeat(32), relayUrl: this.relay.url }
    writeFileSync(networkFile, JSON.stringify({ ...clinic.network, walletConnect }))
    this.clinic = { ...clinic, networkFile }
    this.phone = new Phone(this.relay.url, join(this.folder, 'phone'))
    await this.phone.start()
  }

  /** @param walletSeconds how long main waits for an answer @param daysLater what the page takes for today */
  async start(walletSeconds: number, daysLater = 0): Promise<void> {
    this.#launched = await launchApp({
      folder: this.folder,
      clinic: this.clinic,
      env: { MEDICAL_CHAIN_WALLET_SECONDS: String(walletSeconds), MEDICAL_CHAIN_CODE_SECONDS: '8' },
    })
    const { app, page } = this.#launched
    this.desk = new Desk(app, page)
    await page.addInitScript((days) => {
      // Without any network but this machine's own, Chromium says it is offline, and the SDK believes it.
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true })
      const now = Date.now.bind(Date)
      if (days > 0) Date.now = () => now() + days * 86_400_000
    }, daysLater)
    await page.reload()
    await page.waitForSelector('#root > :not(style)')
  }

  async end(): Promise<void> {
    await this.#launched?.close()
    this.#launched = null
  }

  /** The pairing link that the page would copy. */
  async link(): Promise<string> {
    const { page } = this.desk
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => void Object.assign(window, { copied: text })
    })
    await this.desk.button(words('screens', 'phones.copy')).click()
    return page.evaluate(() => (window as never as { copied: string }).copied)
  }

  /** Fills in the form of an invented person. */
  async fill(role: 'doctor' | 'patient', name: string): Promise<void> {
    const { desk } = this
    await desk.goTo(role === 'doctor' ? 'registerDoctor' : 'registerPatient')
    await desk.heading(words('screens', `register.title.${role}`)).waitFor()
    const another = desk.button(words('screens', `registered.again.${role}`))
    if (await another.isVisible()) await another.click()
    await desk.button(words('screens', 'register.fill')).click()
    await desk.page.getByRole('menuitem', { name: new RegExp(name) }).click()
    await desk.page.getByText(words('screens', 'register.new')).waitFor()
  }

  /** Registers somebody; the phone is to sign it. Done when the chain has it. */
  async register(role: 'doctor' | 'patient', name: string): Promise<void> {
    await this.fill(role, name)
    await this.desk.button(words('screens', 'register.sign')).click()
    await this.desk.button(words('screens', `registered.again.${role}`)).waitFor()
  }

  /** The relay loses all its lines for a while; what it holds, it keeps. */
  async relayDown(): Promise<void> {
    await this.relay.stop()
  }

  async relayUp(): Promise<void> {
    this.relay = await startRelay(this.relay.port, this.#mailboxes)
  }

  /** The file in which the app remembers phones, as it lies on the disk. */
  remembered(): string | null {
    const file = join(this.folder, 'app/phone-wallets.json')
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }

  async close(): Promise<void> {
    await this.end()
    await this.phone.kill()
    await this.relay.stop()
    await this.clinic.stop()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
