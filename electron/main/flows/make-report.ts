import { pointerTo } from '../crypto/pointer.ts'
import { reportStatement } from '../crypto/report-statement.ts'
import { Failure } from '../domain/failure.ts'
import type { LogLine } from '../domain/log.ts'
import type { SpecialtyCode } from '../domain/specialty.ts'
import type { Paper } from '../ports/paper.ts'
import { listFolders } from './list-folders.ts'
import { isAdmin, mayRead, provenLog, readLog } from './read-log.ts'
import { readName } from './read-person.ts'
import { seconds, type World } from './world.ts'

/** Measured: see ADR 27. */
export const REPORT_LINES = 2500

export type SignedReport = {
  readonly pdf: Uint8Array
  /** What the person's wallet signed about it, as a JSON file. */
  readonly statement: Uint8Array
}

/**
 * The log as this person sees it, as a PDF that their wallet answers for. The whole log is proven first, and nothing is
 * kept of it when the wallet says no.
 * @throws Failure E_LOG_TOO_LONG, E_HISTORY_MISMATCH, E_CHAIN_DISPUTED, E_WALLET_*, E_SIGNATURE_FOREIGN
 */
export async function makeReport(world: World, paper: Paper): Promise<SignedReport> {
  const lines = await readLog(world)
  if (lines.length > REPORT_LINES)
    throw new Failure('E_LOG_TOO_LONG', { lines: lines.length, most: REPORT_LINES })
  const { proof, histories } = await provenLog(world)
  const { block, witness } = proof
  const { name: clinic, chainId, contract } = world.network
  const madeAt = seconds(world)
  const pdf = await paper.print({
    kind: 'report',
    lines,
    specialties: await specialtiesIn(world, lines),
    person: { name: await readName(world, world.me), address: world.me },
    signer: world.signer,
    ofClinic: await isAdmin(world),
    clinic,
    chainId,
    contract,
    histories,
    proven: { block, witnessed: witness === 'agrees' },
    madeAt,
  })
  const message = reportStatement(world.deployment, {
    clinic,
    account: world.me,
    signer: world.signer,
    lines: lines.length,
    block,
    histories,
    report: pointerTo(pdf),
    madeAt,
  })
  const signature = await world.wallet.signMessage(world.me, message)
  const signed = { by: world.signer, signature }
  const file = { format: 'medical-chain/1/log-report', message, histories, signed }
  return { pdf, statement: new TextEncoder().encode(JSON.stringify(file, null, 1)) }
}

/** What the folders of these lines are for, as far as this session can open them. */
async function specialtiesIn(
  world: World,
  lines: readonly LogLine[],
): Promise<Record<string, SpecialtyCode>> {
  const found: Record<string, SpecialtyCode> = {}
  const patients = new Set(lines.flatMap(({ patient, folders }) => (folders.length > 0 ? [patient] : [])))
  for (const patient of patients) {
    if (patient === null || !(await mayRead(world, patient))) continue
    for (const { folder, specialty } of await listFolders(world, patient))
      if (specialty !== null) found[`${patient}/${folder}`] = specialty
  }
  return found
}
