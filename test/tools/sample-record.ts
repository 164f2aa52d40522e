import { createHash, type KeyObject } from 'node:crypto'
import { cardCodec, keyringCodec } from '../../electron/main/crypto/blocks.ts'
import { openCard, sealCard } from '../../electron/main/crypto/card.ts'
import { contextOf, type Deployment } from '../../electron/main/crypto/context.ts'
import { Digester } from '../../electron/main/crypto/digest.ts'
import { wrapTo } from '../../electron/main/crypto/envelope.ts'
import { spkiOf } from '../../electron/main/crypto/key-pair.ts'
import { padded } from '../../electron/main/crypto/padding.ts'
import { seal, sealBytes } from '../../electron/main/crypto/streaming.ts'
import type { Address, Cid, ContentKey, Hex32, Plaintext } from '../../electron/main/domain/bytes.ts'

export const DEPLOYMENT: Deployment = { chainId: 31337, contract: `0x${'cc'.repeat(20)}` as Address }
export const PATIENT = `0x${'aa'.repeat(20)}` as Address
const AT = { patient: PATIENT, folder: 1, epoch: 2 }

const keyFrom = (name: string): ContentKey =>
  Uint8Array.from(createHash('sha256').update(name).digest()) as ContentKey

export type SampleRecord = {
  readonly keyring: Uint8Array
  readonly card: Uint8Array
  readonly content: Uint8Array
}

/** One record of one patient, sealed by the app's own code as `vault-records.ts` does it. */
export async function sealRecord(own: KeyObject, plaintext: Uint8Array): Promise<SampleRecord> {
  const context = contextOf(DEPLOYMENT)
  const [folderKey, recordKey] = [keyFrom('folder'), keyFrom('record')]
  const salt = `0x${'5a'.repeat(32)}` as Hex32
  const to = [wrapTo({ address: PATIENT, spki: spkiOf(own) }, context.folderKey(AT, PATIENT), folderKey)]
  const digester = new Digester(plaintext.length, salt)
  const source = padded(digester.through(from(plaintext)), plaintext.length) as AsyncIterable<Plaintext>
  const content = await collect(seal(recordKey, context.content(AT, salt), source))
  const card = await sealCard(context, AT, folderKey, recordKey, {
    title: 'Letter',
    mediaType: 'text/plain',
    byteLength: plaintext.length,
    createdAt: '2026-11-24T10:00:00.000Z',
    author: PATIENT,
    patient: PATIENT,
    folder: AT.folder,
    salt,
    digest: digester.digest(),
    content: 'bafkreia' as Cid,
  })
  return {
    keyring: keyringCodec.encode({ v: 1, ...AT, previous: null, to, single: {} }),
    card: cardCodec.encode(card),
    content,
  }
}

/** The same record's keyring, which lists it for its reader alone and has the folder key for nobody. */
export async function listAlone({ keyring, card }: SampleRecord, own: KeyObject): Promise<Uint8Array> {
  const context = contextOf(DEPLOYMENT)
  const { digest } = await openCard(context, AT, keyFrom('record'), cardCodec.decode(card))
  const label = context.single(PATIENT, digest, PATIENT)
  const single = { [digest]: [wrapTo({ address: PATIENT, spki: spkiOf(own) }, label, keyFrom('record'))] }
  return keyringCodec.encode({ ...keyringCodec.decode(keyring), to: [], single })
}

/** The same card, which opens with the same keys and commits to another. */
export async function commitElsewhere(block: Uint8Array): Promise<Uint8Array> {
  const context = contextOf(DEPLOYMENT)
  const card = cardCodec.decode(block)
  const commit = `0x${'00'.repeat(32)}` as Hex32
  const key = await sealBytes(keyFrom('folder'), context.recordKey(AT, commit), keyFrom('record'))
  return cardCodec.encode({ ...card, commit, key })
}

async function* from(bytes: Uint8Array): AsyncGenerator<Plaintext> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536) as Plaintext
}

export async function collect(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}
