/** Every way in which something can be refused or go wrong. The list is closed: screens have a sentence for each. */
export const FAILURE_CODES = [
  // what a person typed or chose
  'E_INPUT',
  'E_ADDRESS_INVALID',
  'E_ADDRESS_CHECKSUM',
  'E_ALREADY_REGISTERED',
  'E_REGISTERED_AS_OTHER',
  'E_CODE_MISTYPED',
  'E_CODE_UNKNOWN',
  'E_CODE_USED',
  'E_CODE_VOID',
  'E_PICTURE',
  'E_FILE_TYPE',
  'E_FILE_MISNAMED',
  'E_FILE_EMPTY',
  'E_FILE_TOO_LARGE',
  'E_FILE_GONE',
  'E_FILE_UNSAVED',
  'E_LOG_TOO_LONG',
  'E_PORT_TAKEN',
  // the wallet
  'E_WALLET_REJECTED',
  'E_WALLET_NO_REPLY',
  'E_WALLET_OTHER_ACCOUNT',
  'E_WALLET_OTHER_CHAIN',
  'E_WALLET_NO_FUNDS',
  'E_WALLET_UNSUPPORTED',
  'E_WALLET_DISCONNECTED',
  'E_WALLET_RELAY',
  'E_WALLET_HERE',
  'E_WALLET_UNSAVED',
  'E_KEYSTORE_DAMAGED',
  'E_CONFIRM_DECLINED',
  // the clinic's account that pays
  'E_RELAYER_LIMIT',
  'E_RELAYER_NO_FUNDS',
  'E_RELAYER_KEY',
  // the chain
  'E_CHAIN_UNREACHABLE',
  'E_LEASE_ENDED',
  'E_CHAIN_STALLED',
  'E_CHAIN_REFUSED',
  'E_CHAIN_FOREIGN',
  'E_CHAIN_DISPUTED',
  'E_STALE',
  'E_HISTORY_MISMATCH',
  // the store
  'E_BLOCK_MISSING',
  'E_BLOCK_DAMAGED',
  'E_BLOCK_REPLACED',
  'E_STORE_FOREIGN_CID',
  'E_STORE_REFUSED',
  'E_STORE_UNREACHABLE',
  'E_DISK_FULL',
  'E_OFFLINE_FULL',
  // what stands in a record
  'E_CARD_MISMATCH',
  'E_KEY_COMMITMENT',
  'E_DIGEST_MISMATCH',
  'E_SIGNATURE_FOREIGN',
  'E_KEYRING_FOREIGN_READER',
  'E_NOT_ADDRESSED',
  'E_KEY_LOST',
  'E_OFFER_FALSE',
  'E_NOT_ALLOWED',
  'E_NOT_STRUCTURED',
  // people
  'E_NOT_REGISTERED',
  'E_SUSPENDED',
  'E_DOCTOR_WITHOUT_KEY',
  'E_DOCTOR_SUSPENDED',
  'E_READS_FOLDERS',
  'E_KEYS_CHANGING',
  // custodians
  'E_CUSTODY_OVER',
  'E_CUSTODIAN_UNFIT',
  // emergencies
  'E_PLAN_NONE',
  'E_PLAN_CHANGED',
  'E_EMERGENCY_EARLY',
  'E_EMERGENCY_OVER',
  'E_EMERGENCY_LIMIT',
  'E_SHARE_FALSE',
  'E_SHARES_MISSING',
  'E_SHARE_UNREADABLE',
  'E_DRILL_OVER',
  'E_CRITICAL_OFF',
  'E_CRITICAL_BEFORE',
  // the vault
  'E_LOCKED',
  'E_PASSPHRASE_WRONG',
  'E_PASSPHRASE_WEAK',
  'E_VAULT_MISSING',
  'E_VAULT_DAMAGED',
  'E_BACKEND_UNSAFE',
  'E_BACKEND_CHANGED',
  'E_BACKUP_DAMAGED',
  'E_BACKUP_OTHER_KEY',
  'E_KIT_WORDS',
  'E_KIT_UNREADABLE',
  'E_CODE_UNREADABLE',
  // a visit at a computer that is not one's own
  'E_ARRIVAL_UNPROVEN',
  'E_VISIT_AT_HOME',
  'E_VISIT_RUNNING',
  'E_VISIT_NO_BACKUP',
  // a measurement of the network
  'E_LOAD_UNCONFIRMED',
  'E_LOAD_PROMPTS',
  'E_LOAD_RUNNING',
  // the rest
  'E_NO_CLINIC',
  'E_CANCELLED',
  'E_INTERNAL',
] as const

export type FailureCode = (typeof FAILURE_CODES)[number]

/** Facts that the sentence on screen fills in. Never a key, a path or a record's content. */
export type FailureDetail = Record<string, string | number>

/**
 * A refusal that was expected. The code survives IPC, the message is for engineers, the screen's words come
 * from the code.
 */
export class Failure extends Error {
  readonly code: FailureCode
  readonly detail: FailureDetail

  constructor(code: FailureCode, detail: FailureDetail = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(detail)}`, options)
    this.name = 'Failure'
    this.code = code
    this.detail = detail
  }

  /** Anything thrown, as a Failure: what was not foreseen becomes `E_INTERNAL` and keeps its cause. */
  static from(error: unknown): Failure {
    if (error instanceof Failure) return error
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return new Failure('E_INTERNAL', { reason }, { cause: error })
  }
}
