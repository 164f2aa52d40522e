import type { FailureCode } from '../../../electron/main/domain/failure.ts'

/** Which of the five checks a failure belongs to. */
export const CHECK_BY_CODE: Partial<Record<FailureCode, number>> = {
  E_DIGEST_MISMATCH: 1,
  E_BLOCK_DAMAGED: 1,
  E_BLOCK_REPLACED: 1,
  E_KEY_COMMITMENT: 1,
  E_CARD_MISMATCH: 2,
  E_SIGNATURE_FOREIGN: 2,
  E_SUSPENDED: 3,
  E_HISTORY_MISMATCH: 4,
  E_KEYRING_FOREIGN_READER: 4,
  E_NOT_ALLOWED: 5,
  E_NOT_ADDRESSED: 5,
}
