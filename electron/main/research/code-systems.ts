/**
 * Code systems that mean the same everywhere: FHIR's URL, HL7 v3's OID, and what HL7 v2 calls them. Others are a clinic's
 * own, whose name tells the place.
 * @see https://terminology.hl7.org/external_terminologies.html; HL7 v2.9 table 0396, with names besides that are met in practice
 */
const SYSTEMS: readonly [url: string, oid: string, names: string][] = [
  ['http://snomed.info/sct', '2.16.840.1.113883.6.96', 'SCT SNOMED-CT'],
  ['http://loinc.org', '2.16.840.1.113883.6.1', 'LN LNC LOINC'],
  ['http://unitsofmeasure.org', '2.16.840.1.113883.6.8', 'UCUM'],
  ['http://www.nlm.nih.gov/research/umls/rxnorm', '2.16.840.1.113883.6.88', 'RXNORM'],
  // ATC is something else in HL7 v2: a collection of cultures.
  ['http://www.whocc.no/atc', '2.16.840.1.113883.6.73', 'WC'],
  ['http://fdasis.nlm.nih.gov', '2.16.840.1.113883.4.9', 'UNII FDAUNII'],
  ['http://ncithesaurus-stage.nci.nih.gov', '2.16.840.1.113883.3.26.1.1', 'NCIT'],
  ['http://nucc.org/provider-taxonomy', '2.16.840.1.113883.6.101', 'HCPT'],
  ['http://dicom.nema.org/resources/ontology/DCM', '1.2.840.10008.2.16.4', 'DCM'],
  ['http://id.who.int/icd/release/11/mms', '2.16.840.1.113883.6.347', 'I11'],
  ['http://www.ama-assn.org/go/cpt', '2.16.840.1.113883.6.12', 'C4'],
  ['http://hl7.org/fhir/sid/icd-10', '2.16.840.1.113883.6.3', 'I10'],
  ['http://hl7.org/fhir/sid/icd-10-cm', '2.16.840.1.113883.6.90', 'I10C'],
  ['http://hl7.org/fhir/sid/icd-9-cm', '2.16.840.1.113883.6.103', 'I9C I9CDX'],
  ['http://hl7.org/fhir/sid/cvx', '2.16.840.1.113883.12.292', 'CVX'],
  ['http://hl7.org/fhir/sid/ndc', '2.16.840.1.113883.6.69', 'NDC'],
]
const URLS = new Set(SYSTEMS.map(([url]) => url))
const OIDS = new Set(SYSTEMS.map(([, oid]) => oid))
const NAMES = new Set(SYSTEMS.flatMap(([, , names]) => names.split(' ')))
const HL7_URL = /^http:\/\/terminology\.hl7\.org\/CodeSystem\/[\w.-]{1,60}$/
const HL7_OID = /^2\.16\.840\.1\.113883\.5\.\d{1,5}$/
/**
 * Tables of HL7 v2 that HL7 fills itself; sites fill many others, with places among them. Sex, class, statuses, flags;
 * allergies; routes, sites, devices and methods; refusals and completion; specimens.
 */
const TABLES = new Set(
  `0001 0004 0007 0038 0052 0065 0074 0078 0080 0085 0119 0123 0125 0136 0532 0127 0128 0162 0163 0164 0165 0322 0323
   0369 0371 0487 0488 0490 0493 0495 0916`.split(/\s+/),
)
const TABLE_NAME = /^HL7(\d{4})$/
const TABLE_OID = /^2\.16\.840\.1\.113883\.12\.(\d{1,4})$/

export const isKnownUrl = (url: string): boolean => URLS.has(url) || HL7_URL.test(url)
export const isKnownOid = (oid: string): boolean =>
  OIDS.has(oid) || HL7_OID.test(oid) || TABLES.has((TABLE_OID.exec(oid)?.[1] ?? '').padStart(4, '0'))
/** By what HL7 v2 calls it. */
export const isKnownName = (name: string): boolean =>
  NAMES.has(name) || TABLES.has(TABLE_NAME.exec(name)?.[1] ?? '')
