import { EMPTY_HISTORY, extendHistory } from '../crypto/history.ts'
import { nameUuid } from '../crypto/name-uuid.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { csvOf } from '../domain/csv.ts'
import { fhirOf } from '../fhir/log.ts'
import { provenLog, readLog } from './read-log.ts'
import type { World } from './world.ts'

const COLUMNS = [
  'time',
  'what',
  'by',
  'by name',
  'whom',
  'whom name',
  'patient',
  'patient name',
  'record',
  'title',
  'folders',
  'single records',
  'until',
  'block',
  'transaction',
] as const

const iso = (seconds: number | null): string =>
  seconds === null ? '' : new Date(seconds * 1000).toISOString()

/** The log as this person sees it, newest first, as a table. */
export async function exportTable(world: World): Promise<Uint8Array> {
  const lines = await readLog(world)
  return csvOf([
    COLUMNS,
    ...lines.map((line) => [
      iso(line.at),
      line.kind,
      line.actor,
      line.actorName,
      line.subject,
      line.subjectName,
      line.patient,
      line.patientName,
      line.recordId,
      line.recordTitle,
      line.folders.join(' '),
      line.listedOnly ? 'yes' : '',
      iso(line.until),
      line.block,
      line.transaction,
    ]),
  ])
}

/** The same as FHIR R4, for a system that keeps audit trails. */
export async function exportFhir(world: World): Promise<Uint8Array> {
  const { chainId, contract, name } = world.network
  const lines = await readLog(world)
  const origin = { chainId, contract, clinic: name, at: await world.ledger.now() }
  const bundle = fhirOf(lines, origin, (what) => nameUuid(`${chainId} ${contract} ${what}`))
  return new TextEncoder().encode(JSON.stringify(bundle, null, 1))
}

/**
 * Everything that this person's log is made of, as the chain has it, with the hash after each line: whoever is given it
 * proves it without this app (`tools/verify-log`). Names and titles are not in it; the chain has none.
 * @throws Failure E_HISTORY_MISMATCH, E_CHAIN_DISPUTED: what is not proven here is not handed on
 */
export async function exportProof(world: World): Promise<Uint8Array> {
  const { chainId, contract } = world.network
  const histories = []
  const people = new Set<Address>()
  for (const { subject, block, lines, hash: expected } of (await provenLog(world)).histories) {
    let hash = EMPTY_HISTORY
    const proven = world.index.history(subject).slice(0, lines)
    for (const { topics } of proven) people.add(`0x${topics[1]!.slice(26)}` as Address)
    histories.push({
      subject,
      block,
      hash: expected,
      lines: proven.map((event) => {
        hash = extendHistory(hash, event)
        return { ...event, hash }
      }),
    })
  }
  const text = JSON.stringify(
    { format: 'medical-chain/1/audit', chainId, contract, keys: await keysOf(world, people), histories },
    null,
    1,
  )
  return new TextEncoder().encode(text)
}

/** Fingerprints of the public keys, to be compared with what people show. */
async function keysOf(world: World, people: ReadonlySet<Address>): Promise<Record<Address, Hex32>> {
  const keys: Record<Address, Hex32> = {}
  for (const address of people) {
    const { keyVersion, publicKey } = await world.ledger.account(address)
    if (keyVersion > 0) keys[address] = publicKey as unknown as Hex32
  }
  return keys
}
