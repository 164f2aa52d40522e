import type { Address } from '../domain/bytes.ts'
import type { HandedShare, Kit } from './blocks.ts'
import type { Context } from './context.ts'
import {
  type Handed,
  handShare,
  makeKit,
  openKit,
  ownShare,
  type PlanNumber,
  tellShares,
} from './emergency-kit.ts'
import type { Addressee, OwnKeys } from './envelope.ts'

/**
 * A drill goes the way of an emergency with a kit of its own, whose key stands in no keyring: it is made, split, handed over
 * and opened by the same code. The patient takes the doctor's place, and there is no request.
 */
const practice = ({ patient, plan }: Kit) => ({ patient, plan, request: 0, doctor: patient })

/** The kit of a drill. It opens nothing, and what could open it is gone when this returns. */
export const makeDrill = (
  context: Context,
  plan: PlanNumber,
  guardians: readonly Addressee[],
  threshold: number,
): Promise<Kit> => makeKit(context.drill, plan, guardians, threshold)

/**
 * What a guardian answers: their share of the drill's kit, for the patient. Their share of the plan's own kit is looked at
 * first and stays where it is.
 * @throws Failure E_NOT_ADDRESSED, E_SHARE_FALSE, as `ownShare` does, of either kit
 */
export function answerDrill(
  context: Context,
  { kit, drill }: { readonly kit: Kit; readonly drill: Kit },
  guardian: Address,
  keys: OwnKeys,
  patient: Addressee,
): HandedShare {
  ownShare(context, kit, guardian, keys)
  return handShare(context.drill, drill, guardian, keys, practice(drill), patient)
}

/** Whose shares are the drill's own, and whether they were enough to open its kit. */
export type DrillOutcome = { readonly true: readonly Address[]; readonly opened: boolean }

/** Joins what was handed over, as a doctor's app would, and forgets the key. @throws Failure E_BLOCK_DAMAGED, E_BLOCK_REPLACED */
export async function tryDrill(
  context: Context,
  drill: Kit,
  keys: OwnKeys,
  handed: readonly Handed[],
): Promise<DrillOutcome> {
  const shares = tellShares(context.drill, drill, keys, practice(drill), handed).true
  const enough = shares.size >= drill.threshold
  if (enough) await openKit(context.drill, drill, shares)
  return { true: [...shares.keys()], opened: enough }
}
