import type { AuditEvent, AuditEventAgent, AuditEventEntity } from '@medplum/fhirtypes'
import type { LogKind, LogLine } from '../domain/log.ts'
import { coding, concept, did, HL7, instant, type LogOrigin, logical, person, recordOf } from './parts.ts'

const DCM = 'http://dicom.nema.org/resources/ontology/DCM'

/** DICOM PS3.16, context groups 400 and 401. */
const EVENTS = {
  patientRecord: coding(DCM, '110110', 'Patient Record'),
  securityAlert: coding(DCM, '110113', 'Security Alert'),
  overrideStarted: coding(DCM, '110127', 'Emergency Override Started'),
  securityConfiguration: coding(DCM, '110129', 'Security Configuration'),
  objectSecurity: coding(DCM, '110135', 'Object Security Attributes Changed'),
  roles: coding(DCM, '110136', 'Security Roles Changed'),
  userSecurity: coding(DCM, '110137', 'User Security Attributes Changed'),
  overrideStopped: coding(DCM, '110138', 'Emergency Override Stopped'),
} as const

type Act = readonly [
  type: 'patientRecord' | 'securityAlert',
  subtype: keyof typeof EVENTS | null,
  action: 'C' | 'R' | 'U' | 'D' | 'E',
]

const ACTS: Readonly<Record<LogKind, Act>> = {
  registered: ['securityAlert', 'userSecurity', 'C'],
  claimed: ['securityAlert', 'userSecurity', 'U'],
  'profile-updated': ['securityAlert', 'userSecurity', 'U'],
  suspended: ['securityAlert', 'roles', 'U'],
  reinstated: ['securityAlert', 'roles', 'U'],
  'admin-appointed': ['securityAlert', 'roles', 'C'],
  'admin-dismissed': ['securityAlert', 'roles', 'D'],
  'successor-named': ['securityAlert', 'securityConfiguration', 'U'],
  joined: ['securityAlert', 'userSecurity', 'U'],
  'key-published': ['securityAlert', 'userSecurity', 'U'],
  'device-trusted': ['securityAlert', 'userSecurity', 'U'],
  'device-distrusted': ['securityAlert', 'userSecurity', 'U'],
  'folders-opened': ['patientRecord', null, 'C'],
  'record-added': ['patientRecord', null, 'C'],
  'access-requested': ['securityAlert', 'objectSecurity', 'E'],
  'request-declined': ['securityAlert', 'objectSecurity', 'E'],
  'access-given': ['securityAlert', 'objectSecurity', 'C'],
  'access-removed': ['securityAlert', 'objectSecurity', 'D'],
  rekeyed: ['securityAlert', 'objectSecurity', 'U'],
  'record-viewed': ['patientRecord', null, 'R'],
  'keys-offered': ['securityAlert', 'objectSecurity', 'E'],
  'emergency-plan-set': ['securityAlert', 'securityConfiguration', 'U'],
  'guardian-accepted': ['securityAlert', 'securityConfiguration', 'E'],
  'guardian-resigned': ['securityAlert', 'securityConfiguration', 'E'],
  'emergency-requested': ['securityAlert', 'objectSecurity', 'E'],
  'emergency-approved': ['securityAlert', 'objectSecurity', 'E'],
  'emergency-vetoed': ['securityAlert', 'objectSecurity', 'E'],
  'emergency-opened': ['securityAlert', 'overrideStarted', 'E'],
  'emergency-extended': ['securityAlert', 'overrideStarted', 'E'],
  'emergency-closed': ['securityAlert', 'overrideStopped', 'E'],
  'emergency-reviewed': ['securityAlert', 'objectSecurity', 'E'],
  'emergency-drill-called': ['securityAlert', 'securityConfiguration', 'E'],
  'emergency-drill-answered': ['securityAlert', 'securityConfiguration', 'E'],
  'critical-card-set': ['patientRecord', null, 'U'],
  'critical-card-viewed': ['patientRecord', null, 'R'],
  'custodian-set': ['securityAlert', 'userSecurity', 'U'],
  'handed-over': ['securityAlert', 'userSecurity', 'U'],
}

/**
 * A line of the log: who did it, on whose record, which one, and where it stands on the chain.
 * @see https://hl7.org/fhir/R4/auditevent.html https://profiles.ihe.net/ITI/BALP
 */
export function auditEvent(line: LogLine, origin: LogOrigin, id: string): AuditEvent {
  const [type, subtype, action] = ACTS[line.kind]
  return {
    resourceType: 'AuditEvent',
    id,
    type: EVENTS[type],
    ...(subtype === null ? {} : { subtype: [EVENTS[subtype]] }),
    action,
    recorded: instant(line.at),
    outcome: '0',
    outcomeDesc: line.kind,
    ...(line.kind === 'emergency-opened'
      ? { purposeOfEvent: [concept(coding(`${HL7}/v3-ActReason`, 'BTG', 'break the glass'))] }
      : {}),
    agent: agentsOf(line, origin),
    source: {
      site: origin.clinic,
      observer: person(origin.contract, null, origin),
      type: [coding(`${HL7}/security-source-type`, '4', 'Application Server')],
    },
    entity: entitiesOf(line, origin),
  }
}

function agentsOf(line: LogLine, origin: LogOrigin): AuditEventAgent[] {
  const signed = line.signer !== null
  const actor = { who: person(line.actor, line.actorName, origin), requestor: !signed }
  const who = signed
    ? [actor, { who: person(line.signer, line.signerName, origin), requestor: true }]
    : [actor]
  if (line.subject === null || line.subject === line.actor) return who
  return [...who, { who: person(line.subject, line.subjectName, origin), requestor: false }]
}

function entitiesOf(line: LogLine, origin: LogOrigin): AuditEventEntity[] {
  const at = {
    what: logical(`${did(origin.contract, origin)}#${line.id}`),
    type: coding(`${HL7}/audit-entity-type`, '2', 'System Object'),
    role: coding(`${HL7}/object-role`, '13', 'Security Resource'),
    detail: [
      { type: 'transaction', valueString: line.transaction },
      { type: 'block', valueString: String(line.block) },
    ],
  }
  if (line.patient === null) return [at]
  const patient = {
    what: person(line.patient, line.patientName, origin),
    type: coding(`${HL7}/audit-entity-type`, '1', 'Person'),
    role: coding(`${HL7}/object-role`, '1', 'Patient'),
  }
  if (line.recordId === null) return [patient, at]
  const record = {
    what: recordOf(line, origin),
    type: coding(`${HL7}/audit-entity-type`, '2', 'System Object'),
    role: coding(`${HL7}/object-role`, '4', 'Domain Resource'),
    ...(line.recordTitle === null ? {} : { name: line.recordTitle }),
  }
  return [patient, record, at]
}
