import { HDNodeWallet, Mnemonic, type TypedDataDomain, type TypedDataField } from 'ethers'
import { WebSocket } from 'ws'
import { DEMO_PHRASE } from '../demo/people.ts'

type Typed = {
  readonly domain: TypedDataDomain
  readonly types: Record<string, TypedDataField[]>
  readonly message: Record<string, unknown>
}
type Line = {
  readonly publish: (text: string) => void
  /** What the other one says next. */
  readonly next: () => Promise<string>
  readonly close: () => void
}

const TOPIC = 'f'.repeat(64)
/** WalletConnect's number for a request. */
const TAG = 1108

/** Two lines to a relay that say things to each other in clear: what is left of a phone without its SDK. */
export async function openBareRelay(url: string, account: number) {
  const wallet = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(DEMO_PHRASE), `m/44'/60'/0'/0/${account}`)
  const [app, phone] = await Promise.all([openLine(url, 'app'), openLine(url, 'phone')])

  return {
    /** Typed data there, and its signature back, by the wallet's library in this process. */
    signed: async (typed: string): Promise<string> => {
      const asked = phone.next()
      const answered = app.next()
      app.publish(typed)
      const { domain, types, message } = JSON.parse(await asked) as Typed
      const { EIP712Domain: _, ...own } = types
      phone.publish(await wallet.signTypedData(domain, own, message))
      return answered
    },
    close: () => {
      app.close()
      phone.close()
    },
  }
}

async function openLine(url: string, client: string): Promise<Line> {
  const claims = Buffer.from(JSON.stringify({ iss: client })).toString('base64url')
  const socket = new WebSocket(`${url}/?auth=e30.${claims}.`)
  let heard: (text: string) => void = () => undefined
  let id = 0
  const call = (method: string, params: object): void => {
    id += 1
    socket.send(JSON.stringify({ id, jsonrpc: '2.0', method, params }))
  }
  await new Promise((done, failed) => socket.once('open', done).once('error', failed))
  const subscribed = new Promise((done) => socket.once('message', done))
  call('irn_subscribe', { topic: TOPIC })
  await subscribed
  socket.on('message', (data) => {
    const said = JSON.parse(String(data)) as { id: number; params?: { data: { message: string } } }
    if (said.params === undefined) return
    // What is not acknowledged would be handed over once more.
    socket.send(JSON.stringify({ id: said.id, jsonrpc: '2.0', result: true }))
    heard(said.params.data.message)
  })
  return {
    publish: (message) => call('irn_publish', { topic: TOPIC, message, ttl: 300, tag: TAG }),
    next: () =>
      new Promise((done) => {
        heard = done
      }),
    close: () => socket.close(),
  }
}
