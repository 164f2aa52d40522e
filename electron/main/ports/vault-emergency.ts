import type { Reason } from '../crypto/blocks.ts'
import type { DrillOutcome } from '../crypto/drill.ts'
import type { PlanNumber, PlanRequest } from '../crypto/emergency-kit.ts'
import type { Addressee } from '../crypto/envelope.ts'
import type { Address } from '../domain/bytes.ts'
import type { Block } from './vault.ts'

/** The block of a share, and the guardian who brought it to the chain. */
export type HandedBlock = { readonly by: Address; readonly block: Uint8Array }

/** Emergency access keys and their shares. */
export type VaultEmergency = {
  /** A new emergency access key; the kit is all that is left of it. */
  readonly makeKit: (plan: PlanNumber, guardians: readonly Addressee[], threshold: number) => Promise<Block>
  /** Whether this guardian's share can be read and is the kit's own. @throws Failure as `handShare` */
  readonly checkShare: (kit: Uint8Array, plan: PlanNumber) => Promise<void>
  /** This guardian's share of a kit, re-wrapped to a doctor. @throws Failure E_NOT_ADDRESSED, E_SHARE_FALSE */
  readonly handShare: (kit: Uint8Array, request: PlanRequest, doctor: Addressee) => Promise<Block>
  /**
   * Whether what guardians have handed over is enough to open a kit.
   * @returns the guardians whose shares are false, where the others are enough
   * @throws Failure E_SHARE_FALSE, E_SHARES_MISSING
   */
  readonly checkHanded: (
    kit: Uint8Array,
    request: PlanRequest,
    handed: readonly HandedBlock[],
  ) => Promise<readonly Address[]>
  /**
   * Opens a kit with what guardians have handed over. From then on this vault opens what is wrapped to its key, until
   * `leaveEmergency` or the lock.
   * @throws Failure as `checkHanded`, E_BLOCK_DAMAGED
   */
  readonly enterEmergency: (
    kit: Uint8Array,
    request: PlanRequest,
    handed: readonly HandedBlock[],
  ) => Promise<void>
  /** Forgets the key, and every key that was reached by it or otherwise in this patient's folders. */
  readonly leaveEmergency: (patient: Address) => Promise<void>
  /** The kit of a drill, whose key stands in no keyring. */
  readonly makeDrill: (plan: PlanNumber, guardians: readonly Addressee[], threshold: number) => Promise<Block>
  /**
   * This guardian's share of a drill's kit, re-wrapped to the patient, once their share of the plan's own kit has been read
   * and found true.
   * @throws Failure E_NOT_ADDRESSED, E_SHARE_FALSE
   */
  readonly answerDrill: (
    kit: Uint8Array,
    drill: Uint8Array,
    plan: PlanNumber,
    patient: Addressee,
  ) => Promise<Block>
  /** Whose answers are true, and whether they opened the drill's kit. @throws Failure E_BLOCK_DAMAGED */
  readonly tryDrill: (
    drill: Uint8Array,
    plan: PlanNumber,
    handed: readonly HandedBlock[],
  ) => Promise<DrillOutcome>
  readonly sealReason: (reason: Reason, people: readonly Addressee[]) => Promise<Block>
  /** @throws Failure E_NOT_ADDRESSED */
  readonly openReason: (patient: Address, doctor: Address, block: Uint8Array) => Promise<Reason>
}
