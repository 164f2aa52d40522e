import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { signWithWallet } from '../../electron/main/flows/bring-act.ts'
import { openCast } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const AT_ONCE = 8
const ANY = (at: number) => `0x${String(at).padStart(64, '0')}` as never

let clinic: Awaited<ReturnType<typeof openClinic>>
let patient: Person

beforeAll(async () => {
  clinic = await openClinic()
  ;({ patient } = await openCast(clinic))
})
afterAll(() => clinic.close())

it('acts that the node’s account pays for at the same moment are sent one after the other, and all recorded', async () => {
  const { ledger, me } = patient.world
  const { keyring } = await ledger.folder(me, 1)
  const signed = []
  for (let at = 1; at <= AT_ONCE; at += 1) {
    const message = { patient: me, author: me, folder: 1, keyring, digest: ANY(at), card: ANY(at) }
    signed.push(await signWithWallet(patient.world, 'AddRecord', message))
  }
  let [sending, most] = [0, 0]
  const send = clinic.provider.send.bind(clinic.provider)
  vi.spyOn(clinic.provider, 'send').mockImplementation(async (method, params) => {
    if (method !== 'eth_sendTransaction') return send(method, params)
    sending += 1
    most = Math.max(most, sending)
    return send(method, params).finally(() => {
      sending -= 1
    })
  })
  await Promise.all(signed.map(({ act, signature }) => ledger.carry(act, signature)))
  expect((await ledger.head(me)).records).toBe(AT_ONCE)
  expect(most, 'the node gives two that come together the same number').toBe(1)
})
