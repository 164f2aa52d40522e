/**
 * What doctors practise: a part of HL7's value set `c80-practice-codes`, by its SNOMED CT codes.
 * @see https://terminology.hl7.org/ValueSet-c80-practice-codes.html
 */
export const SPECIALTY_CODES = [
  '394576009', // Accident and emergency
  '408467006', // Adult mental illness
  '394577000', // Anaesthetics
  '394579002', // Cardiology
  '394582007', // Dermatology
  '394583002', // Endocrinology
  '394584008', // Gastroenterology
  '408444009', // General dental practice
  '394802001', // General medicine
  '394915009', // General pathology
  '394814009', // General practice
  '394609007', // General surgery
  '394811001', // Geriatric medicine
  '408446006', // Gynaecological oncology
  '394586005', // Gynaecology
  '394803006', // Clinical haematology
  '394807007', // Infectious diseases
  '394585009', // Obstetrics and gynaecology
  '394589003', // Nephrology
  '394591006', // Neurology
  '394593009', // Medical oncology
  '394594003', // Ophthalmology
  '394801008', // Trauma and orthopaedics
  '394604002', // Ear, nose and throat surgery
  '394537008', // Paediatrics
  '394806003', // Palliative medicine
  '394587001', // Psychiatry
  '418112009', // Pulmonary medicine
  '394914008', // Radiology
  '394602003', // Rehabilitation
  '394810000', // Rheumatology
  '394612005', // Urology
] as const
export type SpecialtyCode = (typeof SPECIALTY_CODES)[number]

/** What the general folder is for as well, so that it needs none of its own. */
export const GENERAL_PRACTICE: SpecialtyCode = '394814009'

export const isSpecialty = (code: string): code is SpecialtyCode =>
  (SPECIALTY_CODES as readonly string[]).includes(code)

/** One specialty that a document may belong to. */
export type SpecialtyProposal = {
  readonly code: SpecialtyCode
  /** 0 to 1. */
  readonly confidence: number
  /**
   * The document's own words that led there, the strongest first; for a coded one, what the document calls its
   * code, else the code.
   */
  readonly terms: readonly string[]
}

/** Where a document belongs, as far as this computer can tell. A person always confirms. */
export type SpecialtySuggestion = {
  /**
   * `coded`: the document says so in a field; `text`: its words say so; `not-sure`: they don't say it clearly enough, and
   * proposals, if any, are guesses; `no-text`: nothing could be read, as in a scan.
   */
  readonly kind: 'coded' | 'text' | 'not-sure' | 'no-text'
  /** Two at most, the likelier first. */
  readonly proposals: readonly SpecialtyProposal[]
  /** The field that a coded one stands in, as its standard names it. */
  readonly source: string | null
}
