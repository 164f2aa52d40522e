export const FORMS = ['letter', 'discharge', 'laboratory', 'imaging', 'prescription', 'referral'] as const
export type Form = (typeof FORMS)[number]

/** Seven templates a form: four to fit the model, one to calibrate it, two that only tests see. */
export const ROLES = ['fit', 'fit', 'fit', 'fit', 'calibrate', 'test', 'test'] as const
export type Role = (typeof ROLES)[number]

/** Filled from the phrases of the document's own specialty. */
export const OWN = ['complaint', 'finding', 'result', 'imaging', 'diagnosis', 'drug', 'plan'] as const
export type Own = (typeof OWN)[number]

/**
 * Filled from other specialties, as in real documents: what somebody has had, what they do not have, what they take
 * besides.
 */
export const OTHERS = ['past', 'negated', 'other-drug'] as const
export type Other = (typeof OTHERS)[number]
