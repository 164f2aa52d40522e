import type { Pointer } from '../domain/bytes.ts'
import type { RecordEvent } from '../domain/record.ts'
import type { Deployment } from './context.ts'

/** What a copy for research was made of, and how. */
export type CopyOrigin = {
  readonly record: Pick<RecordEvent, 'id' | 'patient' | 'digest'>
  /** SHA-256 of the copy's file. */
  readonly copy: Pointer
  readonly rules: number
  readonly freeText: boolean
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string
}

/** What a patient's wallet signs to say where a copy comes from: readable, and bound to the copy and to the chain's record. */
export const researchStatement = (
  { chainId, contract }: Deployment,
  { record, copy, rules, freeText, day }: CopyOrigin,
): string =>
  [
    'This is a de-identified copy of a record of mine.',
    '',
    `Chain: ${chainId}`,
    `Contract: ${contract}`,
    `Patient: ${record.patient}`,
    `Record: ${record.id}`,
    `Digest: ${record.digest}`,
    `Copy (SHA-256): ${copy}`,
    `Rules: ${rules}`,
    `Free text: ${freeText ? 'kept' : 'left out'}`,
    `Copied on: ${day}`,
  ].join('\n')
