import { claimKeyOf } from '../crypto/claim-code.ts'
import { addressOf, signAct } from '../crypto/device-key.ts'
import type { Act } from '../domain/acts.ts'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Account, Role } from '../domain/person.ts'
import { proveWallet } from './sign-in.ts'
import type { Outside } from './world.ts'

/**
 * Makes the account of the connected wallet the person whom the clinic registered for a code. The code's own key signs
 * that, and is spent; the wallet only proves that it is here, so that no code is used up for somebody else's account.
 * @returns the roles of the account from now on
 * @throws Failure E_CODE_MISTYPED, E_CODE_UNKNOWN, E_CODE_USED, E_CODE_VOID
 */
export async function claimCode(outside: Outside, account: Address, code: string): Promise<readonly Role[]> {
  const key = claimKeyOf(outside.deployment, code)
  const claimKey = addressOf(key)
  assertGood(await outside.ledger.account(claimKey))
  await proveWallet(outside, account)
  const act: Act = await outside.ledger.stamp('Claim', { claimKey, account })
  await outside.ledger.carry(act, signAct(key, outside.deployment, act))
  await outside.index.sync()
  return (await outside.ledger.account(account)).roles
}

function assertGood({ isClaimKey, roles, suspended }: Account): void {
  if (!isClaimKey) throw new Failure('E_CODE_UNKNOWN')
  if (roles.length === 0) throw new Failure('E_CODE_USED')
  if (suspended) throw new Failure('E_CODE_VOID')
}
