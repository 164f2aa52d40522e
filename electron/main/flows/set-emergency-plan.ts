import type { Addressee } from '../crypto/envelope.ts'
import { type Address, NO_POINTER } from '../domain/bytes.ts'
import { PLAN_LIMITS, type PlanTerms } from '../domain/emergency.ts'
import { Failure } from '../domain/failure.ts'
import { IDENTITY_FOLDER } from '../domain/folder.ts'
import { rolesInForce } from '../domain/person.ts'
import type { Receipt } from '../ports/ledger.ts'
import { bring, bringWithBlock } from './bring-act.ts'
import { openedFolders } from './list-folders.ts'
import { readKey } from './read-key.ts'
import { readName } from './read-person.ts'
import { seconds, type World } from './world.ts'

/**
 * Sets the patient's plan for emergencies: a new key, its shares for the guardians, a question in main's own window, the
 * wallet's signature, and last the chain. The planned folders take the key in with their next re-key, which is due from
 * then on (`endedAccess`).
 * @throws Failure E_INPUT, E_NOT_REGISTERED, E_DOCTOR_SUSPENDED, E_DOCTOR_WITHOUT_KEY, E_CONFIRM_DECLINED
 */
export async function setEmergencyPlan(world: World, terms: PlanTerms): Promise<Receipt> {
  assertTerms(world, terms)
  const guardians = await Promise.all(terms.guardians.map((guardian) => guardianOf(world, guardian)))
  const { version } = await world.ledger.emergencyPlan(world.me)
  const kit = await world.vault.makeKit({ patient: world.me, plan: version + 1 }, guardians, terms.threshold)
  await confirm(world, terms)
  const folders = [...new Set([IDENTITY_FOLDER, ...terms.folders])].sort((a, b) => a - b)
  const message = {
    patient: world.me,
    folders,
    guardians: [...terms.guardians],
    threshold: terms.threshold,
    wait: terms.wait,
    duration: terms.duration,
    kit: kit.pointer,
  }
  return bringWithBlock(world, 'SetEmergencyPlan', message, kit.block)
}

/** Ends the plan. Its key loses its place with the next re-key. */
export async function endEmergencyPlan(world: World): Promise<Receipt> {
  const none = { folders: [], guardians: [], threshold: 0, wait: 0, duration: 0, kit: NO_POINTER }
  return bring(world, 'SetEmergencyPlan', { patient: world.me, ...none })
}

function assertTerms(world: World, { folders, guardians, threshold, wait, duration }: PlanTerms): void {
  const { me } = world
  const opened = openedFolders(world, me)
  const wrong = {
    folders: folders.length === 0 || folders.some((folder) => !opened.includes(folder)),
    guardians:
      guardians.length > PLAN_LIMITS.guardians ||
      new Set(guardians).size < guardians.length ||
      guardians.includes(me),
    threshold: threshold < PLAN_LIMITS.threshold || threshold > guardians.length,
    wait: wait < 0 || wait > PLAN_LIMITS.waitSeconds,
    duration: duration < 1 || duration > PLAN_LIMITS.durationSeconds,
  }
  const field = Object.entries(wrong).find(([, isWrong]) => isWrong)?.[0]
  if (field !== undefined) throw new Failure('E_INPUT', { field })
}

/** @throws Failure E_NOT_REGISTERED, E_DOCTOR_SUSPENDED, E_DOCTOR_WITHOUT_KEY */
async function guardianOf(world: World, address: Address): Promise<Addressee> {
  const account = await world.ledger.account(address)
  if (account.roles.length === 0) throw new Failure('E_NOT_REGISTERED', { address })
  if (rolesInForce(account, seconds(world)).length === 0) throw new Failure('E_DOCTOR_SUSPENDED', { address })
  return { address, spki: (await readKey(world, address)).spki }
}

async function confirm(world: World, { guardians, threshold }: PlanTerms): Promise<void> {
  const names = await Promise.all(
    guardians.map(async (guardian) => (await readName(world, guardian)) ?? guardian),
  )
  await world.confirm.ask({
    act: 'plan',
    name: (await readName(world, world.me)) ?? '',
    address: world.me,
    facts: { people: names.join(', '), threshold },
  })
}
