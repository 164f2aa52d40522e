import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { LogLine, LogProof, ProvenHistory } from '../domain/log.ts'
import type { WitnessState } from '../domain/network.ts'
import type { ChainEvent, HistoryProof } from '../ports/ledger.ts'
import { type Custodies, custodies } from './custodies.ts'
import { heldEmergency } from './held-emergency.ts'
import { listRecords } from './list-records.ts'
import { readName } from './read-person.ts'
import type { World } from './world.ts'

/** Every line of the log that concerns this person; an admin sees all lines, of nobody's content. */
export async function readLog(world: World): Promise<LogLine[]> {
  await world.index.sync()
  const events = world.index.events((await isAdmin(world)) ? {} : { concerning: world.me })
  const acting = custodies(world)
  const names = await namesOf(world, events, acting)
  const titles = await titlesOf(world, events)
  return events.map((event) => lineOf(event, acting, names, titles)).reverse()
}

/** Whether this person's log has every line. */
export async function isAdmin(world: World): Promise<boolean> {
  return (await world.ledger.account(world.me)).roles.includes('admin')
}

type Names = ReadonlyMap<Address, string | null>
type Titles = ReadonlyMap<string, string | null>

async function namesOf(world: World, events: readonly ChainEvent[], acting: Custodies): Promise<Names> {
  const people = new Set(
    events.flatMap((event) => [
      event.actor,
      subjectOf(event),
      event.patient,
      acting.standInOf(event.actor, event),
    ]),
  )
  const named = [...people].filter((address) => address !== null)
  return new Map(
    await Promise.all(named.map(async (address) => [address, await readName(world, address)] as const)),
  )
}

/** Titles stand in cards, so only those who can open a card see what was viewed or added. */
async function titlesOf(world: World, events: readonly ChainEvent[]): Promise<Titles> {
  const patients = [
    ...new Set(events.filter(({ fields }) => 'record' in fields).map(({ patient }) => patient!)),
  ]
  const titles = new Map<string, string | null>()
  for (const patient of patients) {
    if (!(await mayRead(world, patient))) continue
    for (const record of await listRecords(world, patient))
      titles.set(`${patient}/${record.id}`, record.title)
  }
  return titles
}

/** Whether records of this patient are worth asking for: one's own, or those that a right holds for. */
export const mayRead = async (world: World, patient: Address): Promise<boolean> =>
  patient === world.me ||
  (await world.ledger.right(patient, world.me)).since > 0 ||
  (await heldEmergency(world, patient)).since > 0

/** Whom a line is about: of a custody, who acts from now on. */
const subjectOf = ({ subject, fields }: ChainEvent): Address | null =>
  (fields.custodian as Address | undefined) ?? subject

function lineOf(event: ChainEvent, acting: Custodies, names: Names, titles: Titles): LogLine {
  const { id, kind, block, transaction, actor, patient, fields } = event
  const subject = subjectOf(event)
  const signer = acting.standInOf(actor, event)
  const recordId = (fields.record as number | undefined) ?? null
  return {
    id,
    kind,
    at: (fields.time as number | undefined) ?? event.at,
    block,
    transaction,
    actor,
    actorName: names.get(actor) ?? null,
    signer,
    signerName: signer === null ? null : (names.get(signer) ?? null),
    subject,
    subjectName: subject === null ? null : (names.get(subject) ?? null),
    patient,
    patientName: patient === null ? null : (names.get(patient) ?? null),
    recordId,
    recordTitle: recordId === null ? null : (titles.get(`${patient}/${recordId}`) ?? null),
    folders:
      (fields.folders as number[] | undefined) ?? ('folder' in fields ? [fields.folder as number] : []),
    listedOnly: fields.listedOnly === true,
    until: (fields.until as number | undefined) ?? null,
  }
}

/** The accounts' history, and that of each patient concerned. */
async function historiesOf(world: World): Promise<(Address | 'accounts')[]> {
  await world.index.sync()
  const events = world.index.events((await isAdmin(world)) ? {} : { concerning: world.me })
  const patients = events.map(({ patient }) => patient).filter((patient) => patient !== null)
  return ['accounts', ...new Set(patients)]
}

const WORST_FIRST = ['differs', 'silent', 'agrees'] as const

/**
 * Proves the local copy of everything this person's log is made of against the chain. The first that differs is told.
 */
export const verifyLog = async (world: World): Promise<LogProof> => proofOf(await proveHistories(world))

function proofOf(proofs: readonly Proven[]): LogProof {
  const broken = proofs.find((proof) => !proof.whole)
  const lines = proofs.reduce((total, proof) => total + proof.lines, 0)
  const witness = WORST_FIRST.find((state) => proofs.some((proof) => proof.witness === state)) ?? 'none'
  return { ...(broken ?? proofs[0]!), lines, block: proofs.at(-1)!.block, witness }
}

type Proven = HistoryProof & { readonly subject: Address | 'accounts'; readonly witness: WitnessState }

/**
 * The histories that this person's log is made of, all of them whole: what is not proven here is not handed on.
 * @throws Failure E_HISTORY_MISMATCH, E_CHAIN_DISPUTED
 */
export async function provenLog(
  world: World,
): Promise<{ readonly proof: LogProof; readonly histories: readonly ProvenHistory[] }> {
  const proofs = await proveHistories(world)
  const proof = proofOf(proofs)
  const { whole, expected, found, witness } = proof
  if (!whole) throw new Failure('E_HISTORY_MISMATCH', { expected, found })
  if (witness === 'differs') throw new Failure('E_CHAIN_DISPUTED')
  const histories = proofs.map(({ subject, block, lines, expected: hash }) => ({
    subject,
    block,
    lines,
    hash,
  }))
  return { proof, histories }
}

/** Each history with its proof and what a second node says of it. */
async function proveHistories(world: World): Promise<Proven[]> {
  const proofs: Proven[] = []
  for (const subject of await historiesOf(world)) {
    const proof = await world.index.prove(subject)
    const witness = await world.witness.confirms(subject, proof.block, proof.expected)
    proofs.push({ ...proof, subject, witness })
  }
  return proofs
}
