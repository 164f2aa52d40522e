/** What an element is, as far as it decides what is left of it in a copy for research. */
export type Kind =
  | 'template'
  | 'id'
  | 'code'
  | 'status'
  | 'language'
  | 'flag'
  | 'number'
  | 'time'
  | 'quantity'
  | 'value'
  | 'text'
  | 'narrative'
  | 'masked'
/** An element of elements. It may refer to itself, so it is asked for when it is met. */
export type Elements = { readonly [name: string]: Kind | (() => Elements) }

const all = <K extends Elements[string]>(kind: K, names: string): Record<string, K> =>
  Object.fromEntries(names.split(' ').map((name) => [name, kind]))
const holding = (elements: Elements) => (): Elements => elements

/** What something is made of; which one it was, by lot and number, goes. */
const MATERIAL: Elements = {
  manufacturedProduct: holding({
    templateId: 'template',
    manufacturedMaterial: holding({ code: 'code' }),
    manufacturedLabeledDrug: holding({ code: 'code' }),
  }),
}

/** An entry's content, one kind of act in another. @see HL7 CDA R2 §4.3.6 to §4.3.8 */
const statements = (): Elements =>
  all(statement, 'act encounter observation organizer procedure substanceAdministration supply')

const statement = (): Elements => ({
  ...all('template', 'templateId'),
  id: 'id',
  ...all('code', 'code priorityCode interpretationCode methodCode targetSiteCode routeCode approachSiteCode'),
  ...all('code', 'administrationUnitCode'),
  text: 'text',
  statusCode: 'status',
  effectiveTime: 'time',
  value: 'value',
  ...all('number', 'sequenceNumber repeatNumber'),
  ...all('flag', 'independentInd'),
  ...all('quantity', 'doseQuantity rateQuantity maxDoseQuantity quantity'),
  // Whose family it is about, by kinship and sex.
  subject: holding({
    relatedSubject: holding({ code: 'code', subject: holding({ administrativeGenderCode: 'code' }) }),
  }),
  specimen: holding({
    specimenRole: holding({ id: 'id', specimenPlayingEntity: holding({ code: 'code' }) }),
  }),
  consumable: holding(MATERIAL),
  product: holding(MATERIAL),
  // What somebody is allergic to, or carries; of a person or a place no code is kept.
  participant: holding({
    participantRole: holding({
      playingEntity: holding({ code: 'code' }),
      playingDevice: holding({ code: 'code' }),
    }),
  }),
  entryRelationship: () => ({ sequenceNumber: 'number', ...statements() }),
  component: () => ({ sequenceNumber: 'number', ...statements() }),
  precondition: holding({ criterion: holding({ code: 'code', text: 'text', value: 'value' }) }),
  referenceRange: holding({
    observationRange: holding({ code: 'code', text: 'text', value: 'value', interpretationCode: 'code' }),
  }),
})

const section = (): Elements => ({
  templateId: 'template',
  id: 'id',
  code: 'code',
  title: 'text',
  text: 'narrative',
  confidentialityCode: 'code',
  entry: statements,
  component: holding({ section }),
})

/** Whoever did something, by what they are and not by who. */
const PERSON: Elements = { id: 'masked', code: 'code' }

/** The header says whose the record is by sex and birth, and the rest as far as CDA asks for it. @see HL7 CDA R2 §4.2 */
const DOCUMENT: Elements = {
  templateId: 'template',
  code: 'code',
  effectiveTime: 'time',
  confidentialityCode: 'code',
  languageCode: 'language',
  recordTarget: holding({
    patientRole: holding({
      id: 'id',
      ...all('masked', 'addr telecom'),
      patient: holding({
        name: 'masked',
        administrativeGenderCode: 'code',
        birthTime: 'time',
        'sdtc:deceasedInd': 'flag',
        'sdtc:deceasedTime': 'time',
        maritalStatusCode: 'code',
        ...all('masked', 'raceCode ethnicGroupCode'),
      }),
    }),
  }),
  author: holding({ time: 'time', assignedAuthor: holding({ ...PERSON, ...all('masked', 'addr telecom') }) }),
  custodian: holding({
    assignedCustodian: holding({ representedCustodianOrganization: holding({ id: 'masked' }) }),
  }),
  documentationOf: holding({
    serviceEvent: holding({
      templateId: 'template',
      code: 'code',
      effectiveTime: 'time',
      performer: holding({ assignedEntity: holding(PERSON) }),
    }),
  }),
  componentOf: holding({
    encompassingEncounter: holding({
      id: 'id',
      code: 'code',
      effectiveTime: 'time',
      dischargeDispositionCode: 'code',
      location: holding({ healthCareFacility: holding({ code: 'code' }) }),
    }),
  }),
  component: holding({ structuredBody: holding({ component: holding({ section }) }) }),
}

/**
 * Every element that a copy for research may have. What is not in it is left out, so what nobody has thought of is left out
 * too: people, places, organisations, documents, pictures, extensions.
 */
export const documentElements = holding(DOCUMENT)
