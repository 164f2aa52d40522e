const SNOMED = 'http://snomed.info/sct'
const LOINC = 'http://loinc.org'
const concept = (system: string, code: string, display: string) => ({ coding: [{ system, code, display }] })

/** A record of an invented person, full of what names her and of what does not. */
export const BUNDLE = {
  resourceType: 'Bundle',
  id: 'hospital-export-77120',
  type: 'collection',
  timestamp: '2026-03-04T11:00:00+01:00',
  identifier: { system: 'urn:oid:1.2.276.0.76.4.8', value: 'EXPORT-88231' },
  entry: [
    {
      fullUrl: 'https://fhir.riverside.example/Patient/osei-1979',
      resource: {
        resourceType: 'Patient',
        id: 'osei-1979',
        meta: { source: 'riverside-his', lastUpdated: '2026-03-04T10:00:00Z' },
        text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Amara Osei</div>' },
        extension: [{ url: 'http://hospital.example/tribe', valueString: 'Ashanti' }],
        identifier: [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: '078-05-1120' }],
        name: [{ family: 'Osei', given: ['Amara', 'Nyarko'], text: 'Amara Nyarko Osei' }],
        telecom: [{ system: 'phone', value: '+49 171 5550199' }],
        address: [{ line: ['Birkenweg 12'], city: 'Riverside', postalCode: '50667', country: 'Germany' }],
        gender: 'female',
        birthDate: '1979-02-14',
        photo: [{ contentType: 'image/png', data: 'aVZCT1J3MEtHZ28=' }],
        contact: [{ name: { family: 'Mensah', given: ['Kofi'] }, telecom: [{ value: 'kofi@mail.example' }] }],
        communication: [{ language: concept('urn:ietf:bcp:47', 'ak', 'Akan') }],
        generalPractitioner: [{ reference: 'Practitioner/brandt', display: 'Dr Felix Brandt' }],
      },
    },
    {
      fullUrl: 'https://fhir.riverside.example/Practitioner/brandt',
      resource: {
        resourceType: 'Practitioner',
        id: 'brandt',
        name: [{ family: 'Brandt', given: ['Felix'] }],
        qualification: [{ code: { text: 'Licence 44-8819' } }],
      },
    },
    {
      fullUrl: 'urn:uuid:5b0f3c1e-7f5f-4a43-9d4c-1f7fd5f6a001',
      resource: {
        resourceType: 'Encounter',
        id: 'visit-4410',
        status: 'finished',
        class: {
          system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
          code: 'AMB',
          display: 'ambulatory',
        },
        type: [{ coding: [{ system: 'http://riverside.example/types', code: 'EYE-3', display: 'Room 3' }] }],
        subject: { reference: 'Patient/osei-1979', display: 'Amara Osei' },
        participant: [{ individual: { reference: 'Practitioner/brandt', display: 'Dr Felix Brandt' } }],
        period: { start: '2026-03-01T09:30:00+01:00', end: '2026-03-01T10:15:00+01:00' },
        location: [{ location: { display: 'Riverside, ward 7B' } }],
        serviceProvider: { reference: 'Organization/riverside', display: 'Riverside Clinic' },
      },
    },
    {
      fullUrl: 'https://fhir.riverside.example/Observation/lab-1',
      resource: {
        resourceType: 'Observation',
        id: 'lab-1',
        contained: [
          { resourceType: 'Specimen', id: 'tube', type: concept(SNOMED, '119297000', 'Blood specimen') },
          { resourceType: 'Organization', id: 'lab', name: 'Laborverbund Nord' },
        ],
        identifier: [{ value: 'ACC-2026-000917' }],
        status: 'final',
        code: {
          coding: [
            { system: LOINC, code: '718-7', display: 'Hemoglobin [Mass/volume] in Blood' },
            { system: 'http://riverside.example/lab', code: 'HB-OSEI', display: 'Hb of Mrs Osei' },
          ],
          text: 'Haemoglobin, as asked by Felix',
        },
        subject: { reference: 'https://fhir.riverside.example/Patient/osei-1979/_history/3' },
        encounter: { reference: 'urn:uuid:5b0f3c1e-7f5f-4a43-9d4c-1f7fd5f6a001' },
        effectiveDateTime: '2026-03-01T09:45:00+01:00',
        issued: '2026-03-02T07:00:00.500+01:00',
        performer: [{ reference: '#lab' }],
        specimen: { reference: '#tube' },
        valueQuantity: {
          value: 11.2,
          unit: 'gram per deciliter',
          system: 'http://unitsofmeasure.org',
          code: 'g/dL',
        },
        referenceRange: [{ low: { value: 12, unit: 'g/dL' }, text: 'for Amara' }],
        note: [
          { authorString: 'Felix Brandt', time: '2026-03-02', text: 'Call Mrs Osei on +49 171 5550199' },
        ],
      },
    },
    {
      resource: {
        resourceType: 'Observation',
        id: 'observation-of-age',
        status: 'final',
        code: concept(LOINC, '30525-0', 'Age'),
        valueQuantity: { value: 93, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' },
        component: [
          {
            code: concept(LOINC, '8302-2', 'Body height'),
            valueQuantity: { value: 3, unit: 'cubits of Kofi' },
          },
          { code: concept(LOINC, '74465-6', 'Answer'), valueString: 'Lives with Kofi Mensah' },
        ],
      },
    },
    {
      fullUrl: 'https://fhir.riverside.example/DiagnosticReport/report-1',
      resource: {
        resourceType: 'DiagnosticReport',
        id: 'report-1',
        status: 'final',
        code: concept(LOINC, '58410-2', 'CBC panel for Osei'),
        subject: { reference: 'Patient/osei-1979' },
        effectiveDateTime: '2026-03',
        issued: '2026-03-03T12:00:00Z',
        result: [{ reference: 'Observation/lab-1' }],
        conclusion: 'Mrs Osei should come back to ward 7B',
        presentedForm: [{ contentType: 'application/pdf', data: 'JVBERi0xLjQ=', title: 'Osei.pdf' }],
      },
    },
    {
      fullUrl: 'https://fhir.riverside.example/MedicationRequest/rx-1',
      resource: {
        resourceType: 'MedicationRequest',
        id: 'rx-1',
        identifier: [{ value: 'RX-55-2231' }],
        status: 'active',
        intent: 'order',
        medicationCodeableConcept: concept(
          'http://www.nlm.nih.gov/research/umls/rxnorm',
          '310325',
          'ferrous sulfate 325 MG Oral Tablet',
        ),
        subject: { reference: 'Patient/osei-1979' },
        authoredOn: '2026-03-02',
        requester: { reference: 'Practitioner/brandt' },
        dosageInstruction: [
          {
            text: 'One each morning, Amara',
            timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', timeOfDay: ['08:00:00'] } },
            doseAndRate: [{ doseQuantity: { value: 325, unit: 'mg' } }],
          },
        ],
        note: [{ text: 'Keep away from Kofi' }],
      },
    },
  ],
}

/** What may be told of it: kinds, codes and their names, units. */
export const TELLABLE = [
  ...[
    'Bundle',
    'collection',
    'Patient',
    'Encounter',
    'Observation',
    'DiagnosticReport',
    'MedicationRequest',
    'Specimen',
  ],
  ...['female', 'finished', 'final', 'active', 'order', 'd', 'g/dL', 'mg', 'a', '08:00:00'],
  ...['http://terminology.hl7.org/CodeSystem/v3-ActCode', 'AMB', 'ambulatory'],
  ...[SNOMED, '119297000', 'Blood specimen', LOINC, '718-7', 'Hemoglobin [Mass/volume] in Blood', '58410-2'],
  ...['30525-0', 'Age', '8302-2', 'Body height', '74465-6', 'Answer', 'http://unitsofmeasure.org'],
  ...['http://www.nlm.nih.gov/research/umls/rxnorm', '310325', 'ferrous sulfate 325 MG Oral Tablet'],
]
