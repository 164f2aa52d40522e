import type { CopyTerms } from '../../electron/main/research/copying.ts'
import { hl7CopyOf } from '../../electron/main/research/hl7/copy.ts'
import { copyTerms } from './copy-terms.ts'

/** The header of a message that has nothing else to tell. */
export const HEAD = 'MSH|^~\\&|||||20260304||ORU^R01|1|P|2.5'

export const copyOf = (message: string, more?: Partial<CopyTerms>): string =>
  hl7CopyOf(message, copyTerms(more))!

/** Fields of the copy's segments of one kind, by their numbers. */
export const of = (copy: string, name: string): string[][] =>
  copy
    .split('\r')
    .filter((line) => line.startsWith(name))
    .map((line) => line.split('|'))
