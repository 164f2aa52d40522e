/** A coded field of a document, as it stands there. */
export type CodedField = {
  /** What the field is called in its standard: `DocumentReference.context.practiceSetting`, `PV1-10`. */
  readonly field: string
  readonly system: 'snomed' | 'loinc' | 'nucc' | 'hl7-service' | 'hl7-section'
  readonly code: string
  /** What the document calls it; null where it doesn't. */
  readonly name: string | null
}

/** What a reader has found: coded fields, the surest first, and whatever is written. */
export type ReadText = { readonly coded: readonly CodedField[]; readonly text: string }

/** A code is called something in so many characters. */
export const NAME_LIMIT = 80

/** No document says more than this that helps to place it, in characters; the rest is left unread. */
export const TEXT_LIMIT = 200_000
