import type { Consent, Reference } from '@medplum/fhirtypes'
import type { LogLine } from '../domain/log.ts'
import { coding, concept, did, HL7, instant, type LogOrigin, logical, person } from './parts.ts'

/**
 * The newest right of each reader to each patient's folders, with how it stands.
 * @see https://hl7.org/fhir/R4/consent.html
 */
export function consents(
  lines: readonly LogLine[],
  origin: LogOrigin,
  idOf: (name: string) => string,
): Consent[] {
  const seen = new Set<string>()
  const found: Consent[] = []
  const ended = new Set<string>()
  for (const line of lines) {
    if (line.kind !== 'access-given' && line.kind !== 'access-removed') continue
    const pair = `${line.patient}/${line.subject}`
    if (line.kind === 'access-removed') {
      ended.add(pair)
      continue
    }
    if (seen.has(pair)) continue
    seen.add(pair)
    found.push(consent(line, ended.has(pair), origin, idOf(`${line.id} Consent`)))
  }
  return found
}

function consent(line: LogLine, removed: boolean, origin: LogOrigin, id: string): Consent {
  const over = removed || (line.until !== null && line.until <= origin.at)
  return {
    resourceType: 'Consent',
    id,
    status: over ? 'inactive' : 'active',
    scope: concept(coding(`${HL7}/consentscope`, 'patient-privacy', 'Privacy Consent')),
    category: [concept(coding('http://loinc.org', '59284-0', 'Patient Consent'))],
    patient: person(line.patient!, line.patientName, origin),
    dateTime: instant(line.at),
    // Whoever the right is not given to reads nothing; what it says stands in the contract.
    policyRule: { text: `${did(origin.contract, origin)} ${line.transaction}` },
    provision: {
      type: 'permit',
      period: { start: instant(line.at), ...(line.until === null ? {} : { end: instant(line.until) }) },
      actor: [
        {
          role: concept(coding(`${HL7}/v3-ParticipationType`, 'IRCP', 'information recipient')),
          reference: person(line.subject!, line.subjectName, origin),
        },
      ],
      action: [concept(coding(`${HL7}/consentaction`, 'access', 'Access'))],
      data: line.folders.map((folder) => ({
        meaning: 'instance',
        reference: dataIn(line, folder, origin),
      })),
    },
  }
}

/** A folder as a whole, or single records of it: which ones stands in its keyring alone. */
const dataIn = ({ patient, listedOnly }: LogLine, folder: number, origin: LogOrigin): Reference => {
  const whole = `${did(patient!, origin)}#folder-${folder}`
  return listedOnly
    ? { ...logical(`${whole}-listed`), display: 'Single records of this folder' }
    : logical(whole)
}
