import type { FailureCode } from '../../../electron/main/domain/failure.ts'
import type { CheckName } from '../../../electron/main/domain/record.ts'

/** Which of the five checks a failure belongs to, in the order in which they are shown. */
const CHECK_BY_CODE: Partial<Record<FailureCode, CheckName>> = {
  E_BLOCK_MISSING: 'content',
  E_DIGEST_MISMATCH: 'content',
  E_BLOCK_DAMAGED: 'content',
  E_BLOCK_REPLACED: 'content',
  E_KEY_COMMITMENT: 'content',
  E_CARD_MISMATCH: 'author',
  E_SIGNATURE_FOREIGN: 'author',
  E_SUSPENDED: 'registered',
  E_HISTORY_MISMATCH: 'history',
  E_KEYRING_FOREIGN_READER: 'history',
  E_NOT_ALLOWED: 'allowed',
  E_NOT_ADDRESSED: 'allowed',
}
const ORDER: readonly CheckName[] = ['content', 'author', 'registered', 'history', 'allowed']

/** The check that did not pass, by its number and its name; null where the trouble lies elsewhere. */
export function failedCheck(code: FailureCode) {
  const name = CHECK_BY_CODE[code]
  return name === undefined ? null : { name, check: ORDER.indexOf(name) + 1, of: ORDER.length }
}
