import type { SpecialtyCode } from '../../../electron/main/domain/specialty.ts'

/** What documents of one specialty are made of. Everything is invented; phrases fit the gaps of `templates/`. */
export type Blocks = {
  readonly code: SpecialtyCode
  /** Who writes. */
  readonly clinics: readonly string[]
  /** What brings the person, as "complains of …". */
  readonly complaints: readonly string[]
  /** What was found on examination, as a clause. */
  readonly findings: readonly string[]
  /** A measurement with its value. */
  readonly results: readonly string[]
  /** What a picture, a trace or a look inside showed. */
  readonly imaging: readonly string[]
  readonly diagnoses: readonly string[]
  readonly drugs: readonly string[]
  /** What is done next, as "we will …". */
  readonly plans: readonly string[]
}

/** Phrases from one text, divided by semicolons. */
export const list = (text: string): string[] =>
  text
    .split(';')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '')
