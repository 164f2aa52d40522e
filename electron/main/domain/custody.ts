import type { Address } from './bytes.ts'

/** Who acts for a patient that has no key of their own, and until when: Unix seconds. */
export type Custody = {
  readonly custodian: Address
  readonly until: number
}

/** The end of a custody that was handed over to the patient's own wallet: there is none (ICustody). */
export const WITHOUT_END = 2 ** 40 - 1

/** Whether the patient's own wallet acts, and nobody else any more. */
export const isHandedOver = (custody: Custody): boolean => custody.until === WITHOUT_END

/** Somebody whom the wallet at this window acts for. The name is null where this computer does not know it. */
export type Charge = {
  readonly address: Address
  readonly name: string | null
  /** `WITHOUT_END` where it was handed over. */
  readonly until: number
}
