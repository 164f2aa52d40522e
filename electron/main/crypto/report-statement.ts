import type { Address, Pointer } from '../domain/bytes.ts'
import type { ProvenHistory } from '../domain/log.ts'
import type { Deployment } from './context.ts'
import { pointerTo } from './pointer.ts'

/** What a report of a log is, and up to where it was proven. */
export type ReportOrigin = {
  readonly clinic: string
  /** Whose log it is. */
  readonly account: Address
  /** Whose wallet answers for it: the account's own, or that of who acts for it. */
  readonly signer: Address
  /** How many lines are printed. */
  readonly lines: number
  readonly block: number
  readonly histories: readonly ProvenHistory[]
  /** SHA-256 of the PDF. */
  readonly report: Pointer
  /** Unix seconds. */
  readonly madeAt: number
}

/**
 * What a person's wallet signs to answer for a report: readable, and bound to every byte of the PDF
 * (`tools/verify-log/verify_report.py` reads it line by line).
 */
export const reportStatement = (
  { chainId, contract }: Deployment,
  { clinic, account, signer, lines, block, histories, report, madeAt }: ReportOrigin,
): string =>
  [
    'This is a Medical-Chain log report of mine.',
    '',
    // A name of two lines would read as a field of its own.
    `Clinic: ${clinic.replaceAll(/\s+/g, ' ')}`,
    `Chain: ${chainId}`,
    `Contract: ${contract}`,
    `Account: ${account}`,
    `Signed by: ${signer}`,
    `Lines: ${lines}`,
    `Block: ${block}`,
    `Histories (SHA-256): ${historiesDigest(histories)}`,
    `Report (SHA-256): ${report}`,
    `Made: ${new Date(madeAt * 1000).toISOString()}`,
  ].join('\n')

/** One digest for all rolling hashes, so that the statement stays short however many patients a log is of. */
const historiesDigest = (histories: readonly ProvenHistory[]): Pointer =>
  pointerTo(
    new TextEncoder().encode(
      histories.map(({ subject, block, lines, hash }) => `${subject} ${block} ${lines} ${hash}`).join('\n'),
    ),
  )
