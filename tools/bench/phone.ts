import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JobView } from '../../electron/main/domain/job.ts'
import { PEOPLE } from '../demo/people.ts'
import { PhoneClinic } from '../tour/phone-clinic.ts'
import { enrol, register, type Scene, s, some } from '../tour/scenes.ts'
import { pattern } from '../tour/words.ts'
import { openBareRelay } from './bare-relay.ts'
import { median, seconds } from './measure.ts'
import { openSdk } from './sdk-alone.ts'

type Times = {
  /** Seconds from the scan of a code to a phone that can be asked. */
  readonly paired: number
  /** Seconds from the ask to the signature; in the app until main has verified it and written it down. */
  readonly signed: number
}

export type PhoneTimes = {
  readonly rounds: number
  readonly app: Times
  /** WalletConnect's client without the app, and the same phone. */
  readonly sdk: Times
  /** Seconds for the same typed data, signed by the wallet's library between two bare lines to the same relay. */
  readonly bare: number
}

const ADMIN = 'Marta Keller'
const PATIENT = 'Amara Osei'
const ANSWER_SECONDS = 60
/** The kit of wallets spaces what it hands on; that is not what is measured. */
const APART_MS = 1_500

/** Pairs a phone and has it sign records, again and again, in the app as people use it; and both without the app. */
export async function measurePhone(rounds: number): Promise<PhoneTimes> {
  const clinic = new PhoneClinic()
  try {
    await clinic.open()
    await clinic.start(ANSWER_SECONDS)
    const scene: Scene = { desk: clinic.desk, documents: clinic.folder, look: async () => undefined }
    await enrol(scene, ADMIN)
    await register(scene, 'patient', PATIENT)
    await clinic.desk.leave()
    await enrol(scene, PATIENT)
    const account = PEOPLE.findIndex(({ name }) => name === PATIENT)
    await clinic.phone.behave({ account })
    const paired = await pairings(clinic, rounds)
    const signed = await signatures(clinic, rounds)
    const sdk = await sdkTimes(clinic, rounds)
    const bare = await bareSeconds(clinic, account, rounds)
    return { rounds, app: { paired: median(paired), signed: median(signed) }, sdk, bare }
  } finally {
    await clinic.close()
  }
}

/** In the settings of whoever is in. The phone of the last round stays. */
async function pairings(clinic: PhoneClinic, rounds: number): Promise<number[]> {
  const { desk, phone } = clinic
  const disconnect = desk.button(pattern('screens', 'phones.disconnect'))
  const times: number[] = []
  await desk.goTo('settings')
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) await disconnect.click()
    await desk.button(s('phones.show')).click()
    await desk.page.getByRole('img', { name: s('phones.qr') }).waitFor()
    const link = await clinic.link()
    times.push(
      await seconds(async () => {
        await phone.pair(link)
        await desk.page.getByText(s('phones.inUse')).waitFor()
      }),
    )
  }
  return times
}

/** One record a round, and some time between them. */
async function signatures({ desk, folder }: PhoneClinic, rounds: number): Promise<number[]> {
  await desk.page.evaluate(() => {
    const times: number[] = []
    let asked: number | null = null
    window.medicalChain.on('wallet.ask', () => {
      asked = performance.now()
    })
    window.medicalChain.on('job.changed', (job) => {
      // A record is stored once its signature has been verified and written down.
      if (asked === null || (job as JobView).phase !== 'uploading') return
      times.push((performance.now() - asked) / 1000)
      asked = null
    })
    Object.assign(window, { signingTimes: times })
  })
  await desk.goTo('records')
  for (let round = 0; round < rounds; round += 1) {
    const title = `Note ${round}`
    const file = join(folder, `${title}.txt`)
    writeFileSync(file, title)
    await desk.chooseNext([file])
    await desk
      .button(s('add.choose'))
      .or(desk.button(s('add.chooseFiles')))
      .first()
      .click()
    await desk.button(some('add.confirm_one')).click()
    await desk.page.getByRole('link', { name: title, exact: true }).first().waitFor()
    await apart()
  }
  return desk.page.evaluate(() => (window as never as { signingTimes: number[] }).signingTimes)
}

/** WalletConnect's client in this process, and the same phone. */
async function sdkTimes({ relay, phone }: PhoneClinic, rounds: number): Promise<Times> {
  const sdk = await openSdk(relay.url)
  const { params } = phone.requests.at(-1)!
  const times = { paired: [] as number[], signed: [] as number[] }
  try {
    for (let round = 0; round < rounds; round += 1) {
      times.paired.push(await sdk.pair(phone))
      times.signed.push(await sdk.sign(params))
      await apart()
    }
  } finally {
    await sdk.close()
  }
  return { paired: median(times.paired), signed: median(times.signed) }
}

async function bareSeconds({ relay, phone }: PhoneClinic, account: number, rounds: number): Promise<number> {
  const bare = await openBareRelay(relay.url, account)
  const [, typed] = phone.requests.at(-1)!.params as [string, string]
  const times: number[] = []
  try {
    for (let round = 0; round < rounds; round += 1) times.push(await seconds(() => bare.signed(typed)))
  } finally {
    bare.close()
  }
  return median(times)
}

const apart = (): Promise<void> => new Promise((done) => setTimeout(done, APART_MS))
