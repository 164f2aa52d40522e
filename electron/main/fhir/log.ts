import type { Bundle, Provenance, Resource } from '@medplum/fhirtypes'
import type { LogLine } from '../domain/log.ts'
import { auditEvent } from './audit-event.ts'
import { consents } from './consent.ts'
import { coding, concept, HL7, instant, type LogOrigin, person, recordOf } from './parts.ts'

/**
 * The log as FHIR R4 resources: an `AuditEvent` for each line, after the patterns of IHE's Basic Audit Log Patterns
 * (who, on whose record, which one, and where it is noted); a `Consent` for each right; a `Provenance` for each record.
 *
 * People and records are logical references, whose identifiers anybody compares with the chain: a wallet is a
 * `did:pkh` (CAIP-10), a record its number behind its patient's. Names and titles are in it as this person reads them.
 *
 * @param lines newest first, as the log has them
 * @param idOf a UUID of what is named, always the same for the same name
 */
export function fhirOf(lines: readonly LogLine[], origin: LogOrigin, idOf: (name: string) => string): Bundle {
  const added = lines.filter(({ kind }) => kind === 'record-added')
  const resources: Resource[] = [
    ...lines.map((line) => auditEvent(line, origin, idOf(`${line.id} AuditEvent`))),
    ...consents(lines, origin, idOf),
    ...added.map((line) => provenance(line, origin, idOf(`${line.id} Provenance`))),
  ]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: instant(origin.at),
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  }
}

/**
 * Who a record is from.
 * @see https://hl7.org/fhir/R4/provenance.html
 */
const provenance = (line: LogLine, origin: LogOrigin, id: string): Provenance => ({
  resourceType: 'Provenance',
  id,
  target: [recordOf(line, origin)],
  recorded: instant(line.at),
  activity: concept(coding(`${HL7}/v3-DataOperation`, 'CREATE', 'create')),
  agent: [
    {
      type: concept(coding(`${HL7}/provenance-participant-type`, 'author', 'Author')),
      who: person(line.actor, line.actorName, origin),
    },
  ],
  policy: [`urn:medical-chain:transaction:${line.transaction}`],
})
