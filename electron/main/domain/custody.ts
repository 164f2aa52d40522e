import type { Address } from './bytes.ts'
import { NO_END } from './right.ts'

/** Who acts for a patient that has no key of their own, and until when: Unix seconds. */
export type Custody = {
  readonly custodian: Address
  readonly until: number
}

/** Whether the patient's own wallet acts, without an end, and nobody else any more (ICustody). */
export const isHandedOver = (custody: Custody): boolean => custody.until === NO_END

/** Somebody whom the wallet at this window acts for. The name is null where this computer does not know it. */
export type Charge = {
  readonly address: Address
  readonly name: string | null
  /** `NO_END` where it was handed over. */
  readonly until: number
}
