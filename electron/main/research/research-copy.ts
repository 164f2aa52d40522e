import { cdaCopyOf } from './cda/copy.ts'
import type { CopyTerms } from './copying.ts'
import { fhirCopyOf } from './fhir/copy.ts'
import { hl7CopyOf } from './hl7/copy.ts'

/** A copy of a record, and how a file that holds such a thing ends. */
export type CopiedRecord = { readonly content: string; readonly ending: 'fhir.json' | 'xml' | 'hl7' }

/**
 * A copy for research of a record that is made of fields. Its first letter says what it is made in, as it does where a
 * specialty is proposed for it: FHIR in JSON, CDA, else HL7 v2.
 * @returns null for what is none of them, and where nothing would be left
 */
export function researchCopyOf(record: string, terms: CopyTerms): CopiedRecord | null {
  const head = record.trimStart().slice(0, 1)
  if (head === '{') return copied(jsonCopyOf(record, terms), 'fhir.json')
  return head === '<' ? copied(cdaCopyOf(record, terms), 'xml') : copied(hl7CopyOf(record, terms), 'hl7')
}

const copied = (content: string | null, ending: CopiedRecord['ending']): CopiedRecord | null =>
  content === null ? null : { content, ending }

function jsonCopyOf(record: string, terms: CopyTerms): string | null {
  const copy = fhirCopyOf(parsed(record), terms)
  return copy === null ? null : JSON.stringify(copy, null, 1)
}

function parsed(record: string): unknown {
  try {
    return JSON.parse(record)
  } catch {
    return null
  }
}
