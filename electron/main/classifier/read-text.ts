import { type ReadText, TEXT_LIMIT } from './document.ts'
import { readCda } from './read-cda.ts'
import { readFhir } from './read-fhir.ts'
import { readHl7 } from './read-hl7.ts'

/** How much of a file is read at most, in bytes. A structured document that is longer counts as plain text. */
export const READ_LIMIT = 8 * 1024 * 1024

/**
 * What a text file says, whichever way it is written: HL7 v2, FHIR, CDA, else plain text. What is damaged is read as the plain
 * text that is left of it.
 */
export function readText(bytes: Uint8Array): ReadText {
  const whole = new TextDecoder().decode(bytes.subarray(0, READ_LIMIT))
  const head = whole.trimStart().slice(0, 1)
  const structured = head === '{' ? readFhir(whole) : head === '<' ? readCda(whole) : readHl7(whole)
  if (structured !== null) return structured
  // Tags and marks of a damaged document are not words.
  const plain =
    head === '{' || head === '<' ? whole.replace(/<[^<>]{0,1000}>|"[\w.-]{1,60}"\s*:/g, ' ') : whole
  return { coded: [], text: plain.slice(0, TEXT_LIMIT) }
}
