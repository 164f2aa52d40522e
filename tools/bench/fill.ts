import { setTimeout as delay } from 'node:timers/promises'
import { CONTRACT, functionOf } from '../../electron/main/adapters/ledger-abi.ts'
import { newSalt } from '../../electron/main/crypto/digest.ts'
import type { ActMessages } from '../../electron/main/domain/acts.ts'
import { signWithWallet } from '../../electron/main/flows/bring-act.ts'
import { openFolder } from '../../electron/main/flows/open-folder.ts'
import type { World } from '../../electron/main/flows/world.ts'
import type { BenchClinic } from './clinic.ts'

type Clinic = Pick<BenchClinic, 'provider' | 'network'>
/** Enough for one record; asking the node each time would be most of the work. */
const GAS = '0x493e0'

/**
 * Records of the patient's own in folder 1, sealed and stored as the app does, but sent to the chain without waiting
 * for each: what comes before a measurement need not be measured.
 */
export async function fill(
  clinic: Clinic,
  world: World,
  count: number,
  content: Uint8Array,
  atOnce: number,
): Promise<void> {
  await world.index.sync()
  const folder = await openFolder(world, world.me, 1)
  if (folder === null) throw new Error('the patient has no folder')
  const before = (await world.ledger.head(world.me)).records
  const lines = Array.from({ length: atOnce }, (_, line) => line)
  await Promise.all(
    lines.map(async (line) => {
      for (let index = line; index < count; index += atOnce)
        await add(clinic, world, folder.keyring, index, content)
    }),
  )
  while ((await world.ledger.head(world.me)).records < before + count) await delay(100)
  await world.index.sync()
}

async function add(
  clinic: Clinic,
  world: World,
  keyring: Parameters<World['vault']['openCard']>[0],
  index: number,
  bytes: Uint8Array,
): Promise<void> {
  const handle = `bench-${index}-${crypto.randomUUID()}`
  const salt = newSalt()
  const content = await world.blobs.putFile(
    world.vault.sealContent(handle, keyring, salt, bytes.length, once(bytes)),
  )
  const digest = await world.vault.digestOf(handle)
  const { pointer: card, block } = await world.vault.sealCard(
    handle,
    keyring,
    {
      title: `Letter ${index}`,
      mediaType: 'application/pdf',
      byteLength: bytes.length,
      createdAt: new Date().toISOString(),
      author: world.me,
      patient: world.me,
      folder: 1,
      salt,
      digest,
      content,
    },
    null,
  )
  await world.blobs.putBlock(block)
  const message = { patient: world.me, author: world.me, folder: 1, keyring, digest, card }
  turn = turn.then(() => send(clinic, world, message))
  await turn
}

let turn: Promise<unknown> = Promise.resolve()

/** One after the other: neither our numbers nor the node's are made for many at the same moment. */
async function send({ provider, network }: Clinic, world: World, message: ActMessages['AddRecord']) {
  const { payer } = network
  if (payer.kind !== 'node') throw new Error('the node pays here')
  const { act, signature } = await signWithWallet(world, 'AddRecord', message)
  const data = CONTRACT.encodeFunctionData(functionOf(act.name), [act.message, signature])
  await provider.send('eth_sendTransaction', [{ from: payer.account, to: network.contract, data, gas: GAS }])
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const piece = 1024 * 1024
  for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece)
}
