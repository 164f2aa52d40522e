import { all, DOSAGE, type Elements, PERIOD, RATIO, TIMING, VALUE, when } from './kept-datatypes.ts'

const REASON: Elements = { reasonCode: 'concept', reasonReference: 'reference' }
const MEDICATION: Elements = { medicationCodeableConcept: 'concept', medicationReference: 'reference' }

const KINDS: Readonly<Record<string, Elements>> = {
  Patient: {
    ...all('flag', 'active deceasedBoolean'),
    gender: 'code',
    ...all('date', 'birthDate deceasedDateTime'),
    maritalStatus: 'concept',
  },
  Observation: {
    status: 'code',
    ...all('concept', 'category code bodySite method'),
    ...all('reference', 'basedOn partOf subject focus encounter performer specimen hasMember derivedFrom'),
    ...all('date', 'effectiveDateTime effectiveInstant issued'),
    effectivePeriod: PERIOD,
    ...VALUE,
    component: { code: 'concept', ...VALUE },
    note: 'notes',
  },
  DiagnosticReport: {
    status: 'code',
    ...all('concept', 'category code conclusionCode'),
    ...all('reference', 'basedOn subject encounter performer resultsInterpreter specimen result'),
    ...all('date', 'effectiveDateTime issued'),
    effectivePeriod: PERIOD,
    conclusion: 'text',
  },
  MedicationRequest: {
    ...all('code', 'status intent priority'),
    ...all('flag', 'doNotPerform reportedBoolean'),
    ...all('concept', 'statusReason category performerType courseOfTherapyType'),
    ...all('reference', 'subject encounter requester performer recorder basedOn priorPrescription'),
    ...MEDICATION,
    ...REASON,
    authoredOn: 'date',
    dosageInstruction: DOSAGE,
    dispenseRequest: {
      validityPeriod: PERIOD,
      numberOfRepeatsAllowed: 'number',
      ...all('quantity', 'quantity expectedSupplyDuration dispenseInterval'),
    },
    substitution: { allowedBoolean: 'flag', ...all('concept', 'allowedCodeableConcept reason') },
    note: 'notes',
  },
  MedicationStatement: {
    status: 'code',
    ...all('concept', 'statusReason category'),
    ...all('reference', 'basedOn partOf subject context informationSource derivedFrom'),
    ...MEDICATION,
    ...REASON,
    ...all('date', 'effectiveDateTime dateAsserted'),
    effectivePeriod: PERIOD,
    dosage: DOSAGE,
    note: 'notes',
  },
  Medication: {
    ...all('concept', 'code form'),
    status: 'code',
    amount: RATIO,
    ingredient: {
      itemCodeableConcept: 'concept',
      itemReference: 'reference',
      isActive: 'flag',
      strength: RATIO,
    },
  },
  Encounter: {
    status: 'code',
    class: 'coding',
    ...all('concept', 'type serviceType priority'),
    ...all('reference', 'subject basedOn serviceProvider partOf'),
    participant: { type: 'concept', period: PERIOD, individual: 'reference' },
    period: PERIOD,
    length: 'quantity',
    ...REASON,
    diagnosis: { condition: 'reference', use: 'concept', rank: 'number' },
    hospitalization: all('concept', 'admitSource reAdmission dietPreference dischargeDisposition'),
    location: { location: 'reference', status: 'code', physicalType: 'concept', period: PERIOD },
  },
  Condition: {
    ...all('concept', 'clinicalStatus verificationStatus category severity code bodySite'),
    ...all('reference', 'subject encounter recorder asserter'),
    ...when('onset'),
    ...when('abatement'),
    recordedDate: 'date',
    stage: { ...all('concept', 'summary type'), assessment: 'reference' },
    evidence: { code: 'concept', detail: 'reference' },
    note: 'notes',
  },
  Procedure: {
    status: 'code',
    ...all('concept', 'statusReason category code bodySite outcome complication followUp usedCode'),
    ...all(
      'reference',
      'basedOn partOf subject encounter recorder asserter location report complicationDetail',
    ),
    ...when('performed'),
    ...REASON,
    performer: { function: 'concept', ...all('reference', 'actor onBehalfOf') },
    note: 'notes',
  },
  AllergyIntolerance: {
    ...all('concept', 'clinicalStatus verificationStatus code'),
    ...all('code', 'type category criticality'),
    ...all('reference', 'patient encounter recorder asserter'),
    ...when('onset'),
    ...all('date', 'recordedDate lastOccurrence'),
    reaction: {
      ...all('concept', 'substance manifestation exposureRoute'),
      description: 'text',
      onset: 'date',
      severity: 'code',
      note: 'notes',
    },
    note: 'notes',
  },
  Immunization: {
    status: 'code',
    ...all('concept', 'statusReason vaccineCode reportOrigin site route subpotentReason programEligibility'),
    ...all('reference', 'patient encounter'),
    ...all('flag', 'primarySource isSubpotent'),
    ...all('date', 'occurrenceDateTime recorded'),
    occurrenceString: 'text',
    doseQuantity: 'quantity',
    ...REASON,
    performer: { function: 'concept', actor: 'reference' },
    reaction: { date: 'date', detail: 'reference', reported: 'flag' },
    protocolApplied: {
      targetDisease: 'concept',
      ...all('number', 'doseNumberPositiveInt seriesDosesPositiveInt'),
      ...all('text', 'doseNumberString seriesDosesString'),
    },
    note: 'notes',
  },
  Specimen: {
    status: 'code',
    ...all('concept', 'type condition'),
    ...all('reference', 'subject parent request'),
    receivedTime: 'date',
    collection: {
      collector: 'reference',
      collectedDateTime: 'date',
      collectedPeriod: PERIOD,
      ...all('quantity', 'duration quantity'),
      ...all('concept', 'method bodySite fastingStatusCodeableConcept'),
    },
    note: 'notes',
  },
  ServiceRequest: {
    ...all('code', 'status intent priority'),
    ...all('flag', 'doNotPerform asNeededBoolean'),
    ...all('concept', 'category code orderDetail asNeededCodeableConcept performerType bodySite'),
    ...all('reference', 'basedOn subject encounter requester performer specimen'),
    quantityQuantity: 'quantity',
    ...all('date', 'occurrenceDateTime authoredOn'),
    occurrencePeriod: PERIOD,
    occurrenceTiming: TIMING,
    ...REASON,
    patientInstruction: 'text',
    note: 'notes',
  },
}

/**
 * Every element that a copy for research may have, by kind of resource. What is not in it is left out, so what nobody has
 * thought of is left out too.
 * @returns null for a kind of which nothing is kept: people, places, documents, pictures
 * @see https://hl7.org/fhir/R4/resourcelist.html
 */
export function elementsOf(resourceType: unknown): Elements | null {
  if (typeof resourceType !== 'string' || !Object.hasOwn(KINDS, resourceType)) return null
  return { ...KINDS[resourceType]!, text: 'narrative' }
}
