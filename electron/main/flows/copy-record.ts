import { nameUuid } from '../crypto/name-uuid.ts'
import { pointerTo } from '../crypto/pointer.ts'
import { researchStatement } from '../crypto/research-statement.ts'
import { Failure } from '../domain/failure.ts'
import type { CopyChoices } from '../domain/record.ts'
import { COPY_RULES } from '../research/copying.ts'
import { type CopiedRecord, researchCopyOf } from '../research/research-copy.ts'
import { openCard } from './open-card.ts'
import { findRecord } from './open-record.ts'
import type { World } from './world.ts'

/** 64 MiB: a copy is made in memory. */
const COPY_LIMIT = 2 ** 26

export type ResearchCopy = {
  readonly copy: Uint8Array
  /** How its file's name ends. */
  readonly ending: CopiedRecord['ending']
  /** What the patient's wallet signed about where it comes from; null unless they chose so. */
  readonly origin: Uint8Array | null
}

/**
 * A de-identified copy of one of this patient's own records in FHIR, C-CDA or HL7 v2, made of bytes that have passed every
 * check of theirs.
 * @throws Failure E_NOT_STRUCTURED for every other kind of record, E_FILE_TOO_LARGE, E_DIGEST_MISMATCH, E_WALLET_*, and
 * as `openCard`
 */
export async function copyRecord(world: World, id: number, choices: CopyChoices): Promise<ResearchCopy> {
  const event = await findRecord(world, world.me, id)
  const record = await readStructured(world, event)
  const day = world.now().toISOString().slice(0, 10)
  const name = crypto.randomUUID()
  const copied = researchCopyOf(record, {
    shift: await world.vault.dateShift(),
    keepsText: choices.freeText,
    day,
    // The others follow from the first, so that an auditor gets the same copy from the same record.
    idOf: (place) => (place === 0 ? name : nameUuid(`${name} ${place}`)),
  })
  if (copied === null) throw new Failure('E_NOT_STRUCTURED')
  const { ending } = copied
  const copy = asFile(copied.content)
  if (!choices.origin) return { copy, ending, origin: null }
  const { freeText } = choices
  const made = { record: event, copy: pointerTo(copy), rules: COPY_RULES, freeText, day }
  const message = researchStatement(world.deployment, made)
  const signature = await world.wallet.signMessage(world.me, message)
  const signed = { by: world.signer, signature }
  const origin = { format: 'medical-chain/1/research-origin', message, signed }
  return { copy, ending, origin: asFile(JSON.stringify(origin, null, 1)) }
}

const asFile = (content: string): Uint8Array => new TextEncoder().encode(content)

/** A record's text, once all of it has matched its digest. */
async function readStructured(world: World, event: Awaited<ReturnType<typeof findRecord>>): Promise<string> {
  const { card, content } = await openCard(world, event)
  const { mediaType, byteLength, title } = content
  if (mediaType !== 'text/plain') throw new Failure('E_NOT_STRUCTURED')
  if (byteLength > COPY_LIMIT)
    throw new Failure('E_FILE_TOO_LARGE', { name: title, byteLength, limit: COPY_LIMIT })
  const parts: Uint8Array[] = []
  const source = world.blobs.getFile(content.content)
  for await (const part of world.vault.openContent(card, source)) parts.push(part)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
  } catch (cause) {
    throw new Failure('E_NOT_STRUCTURED', {}, { cause })
  }
}
