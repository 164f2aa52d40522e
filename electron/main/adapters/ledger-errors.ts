import { Failure, type FailureCode } from '../domain/failure.ts'
import { CONTRACT } from './ledger-abi.ts'

/** What a refusal of the contract means to a person; those without a word of their own name the rule. */
const MEANING: Readonly<Record<string, FailureCode>> = {
  NonceUsed: 'E_STALE',
  NonceNotNext: 'E_STALE',
  DeadlinePassed: 'E_STALE',
  StaleKeyring: 'E_STALE',
  StaleRecords: 'E_STALE',
  FolderOpen: 'E_STALE',
  AlreadyJoined: 'E_STALE',
  BadSignature: 'E_SIGNATURE_FOREIGN',
  MayNotAdd: 'E_NOT_ALLOWED',
  NoRight: 'E_NOT_ALLOWED',
  OutsideRight: 'E_NOT_ALLOWED',
  NotAdmin: 'E_NOT_ALLOWED',
  NotInForce: 'E_SUSPENDED',
  AccountSuspended: 'E_SUSPENDED',
  UnknownAccount: 'E_NOT_REGISTERED',
  NotClaimable: 'E_CODE_USED',
  RolesConflict: 'E_REGISTERED_AS_OTHER',
  NoSuchPlan: 'E_PLAN_CHANGED',
  NotGuardian: 'E_NOT_ALLOWED',
  OwnEmergency: 'E_NOT_ALLOWED',
  NotForYou: 'E_NOT_ALLOWED',
  NotCustodian: 'E_CUSTODY_OVER',
  InCustody: 'E_NOT_ALLOWED',
  NoCustody: 'E_NOT_ALLOWED',
  NotOfSeed: 'E_NOT_ALLOWED',
  InvalidCustodian: 'E_CUSTODIAN_UNFIT',
  NotWaiting: 'E_EMERGENCY_OVER',
  NotOpen: 'E_EMERGENCY_OVER',
  RequestExpired: 'E_EMERGENCY_OVER',
  ApprovalsMissing: 'E_EMERGENCY_EARLY',
  WaitNotOver: 'E_EMERGENCY_EARLY',
  TooManyEmergencies: 'E_EMERGENCY_LIMIT',
  AlreadyApproved: 'E_STALE',
  AlreadyGuardian: 'E_STALE',
  AlreadyOpen: 'E_STALE',
}

/** The contract's own error inside whatever ethers or a node wrapped around it. */
function revertOf(error: unknown): { name: string; args: readonly unknown[] } | null {
  for (const data of dataIn(error, 0)) {
    const parsed = CONTRACT.parseError(data)
    if (parsed !== null) return { name: parsed.name, args: parsed.args.toArray() }
  }
  return null
}

function* dataIn(value: unknown, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null || depth > 4) return
  for (const member of Object.values(value)) {
    if (typeof member === 'string' && /^0x[0-9a-f]{8,}$/i.test(member)) yield member
    else yield* dataIn(member, depth + 1)
  }
}

const NETWORK =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|fetch failed|socket hang up|timeout|NETWORK_ERROR|SERVER_ERROR/i
/** The node's account was used by somebody else at the same moment: nothing was sent, and it can be sent again. */
const CROSSED = /REPLACEMENT_UNDERPRICED|NONCE_EXPIRED/
const NO_FUNDS = /insufficient funds|Insufficient|exceeds balance/i

/** Whatever a chain call threw, as a Failure. */
export function ledgerFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const revert = revertOf(error)
  if (revert !== null) {
    const detail = { rule: revert.name, args: revert.args.map(String).join(' ') }
    return new Failure(MEANING[revert.name] ?? 'E_CHAIN_REFUSED', detail, { cause: error })
  }
  const { code, message } = error as { code?: string; message?: string }
  const text = `${code ?? ''} ${message ?? String(error)}`
  if (NETWORK.test(text) || CROSSED.test(text))
    return new Failure('E_CHAIN_UNREACHABLE', {}, { cause: error })
  if (NO_FUNDS.test(text)) return new Failure('E_WALLET_NO_FUNDS', {}, { cause: error })
  return new Failure('E_CHAIN_REFUSED', { rule: code ?? 'unknown' }, { cause: error })
}
