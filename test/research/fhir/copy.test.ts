import { validateResource } from '@medplum/core'
import type { Bundle, Encounter, Observation, Patient, Resource } from '@medplum/fhirtypes'
import { beforeAll, describe, expect, it } from 'vitest'
import { nameUuid } from '../../../electron/main/crypto/name-uuid.ts'
import type { CopyTerms } from '../../../electron/main/research/copying.ts'
import { fhirCopyOf } from '../../../electron/main/research/fhir/copy.ts'
import { copyTerms } from '../../support/copy-terms.ts'
import { knowFhir } from '../../support/fhir.ts'
import { BUNDLE, TELLABLE } from '../../support/fhir-record.ts'

const copyOf = (record: unknown, more?: Partial<CopyTerms>): Bundle =>
  fhirCopyOf(record, copyTerms(more)) as unknown as Bundle
const of = <R extends Resource>(bundle: Bundle, type: R['resourceType']): R[] =>
  bundle.entry!.map(({ resource }) => resource!).filter((each): each is R => each.resourceType === type)
const one = (resource: object, more?: Partial<CopyTerms>): Record<string, unknown> =>
  fhirCopyOf(resource, copyTerms(more)) as Record<string, unknown>

/** Every string that stands in it as a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
const MASKED = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
}

describe('a copy for research', () => {
  beforeAll(knowFhir)

  it('has no string of the record but its codes, and nothing of a name in what it has', () => {
    const told = JSON.stringify(copyOf(BUNDLE))
    const secret = [...new Set(stringsIn(BUNDLE))].filter((text) => !TELLABLE.includes(text))
    expect(secret.length).toBeGreaterThan(60)
    expect(secret.filter((text) => told.includes(text))).toEqual([])
    expect(told).not.toMatch(/osei|amara|nyarko|kofi|mensah|brandt|felix|riverside|7B|5550199/i)
  })

  it('keeps the codes, measurements and units', () => {
    const told = stringsIn(copyOf(BUNDLE))
    expect(TELLABLE.filter((text) => !told.includes(text))).toEqual([])
    const [lab] = of<Observation>(copyOf(BUNDLE), 'Observation')
    expect(lab).toMatchObject({
      valueQuantity: { value: 11.2, unit: 'g/dL', code: 'g/dL' },
      referenceRange: [{ low: { value: 12, unit: 'g/dL' } }],
    })
  })

  it('is valid by HL7’s definitions, with free text and without', () => {
    for (const keepsText of [false, true]) {
      const copy = copyOf(BUNDLE, { keepsText })
      expect(() => validateResource(copy)).not.toThrow()
      for (const { resource } of copy.entry!) expect(() => validateResource(resource!)).not.toThrow()
    }
  })

  it('keeps the distance between any two dates', () => {
    const of40 = copyOf(BUNDLE, { shift: 40 })
    const [visit] = of<Encounter>(of40, 'Encounter')
    const [lab] = of<Observation>(of40, 'Observation')
    const [patient] = of<Patient>(of40, 'Patient')
    expect(visit!.period).toEqual({ start: '2026-04-10T08:30:00Z', end: '2026-04-10T09:15:00Z' })
    expect(lab).toMatchObject({
      effectiveDateTime: '2026-04-10T08:45:00Z',
      issued: '2026-04-11T06:00:00.500Z',
    })
    expect(patient!.birthDate).toBe('1979-03-26')
  })

  it('leads references where they led, whatever they were written as, and names nothing twice alike in two copies', () => {
    const copy = copyOf(BUNDLE)
    const [patient] = of<Patient>(copy, 'Patient')
    const [visit] = of<Encounter>(copy, 'Encounter')
    const [lab] = of<Observation>(copy, 'Observation')
    expect(copy.entry![0]!.fullUrl).toBe(`urn:uuid:${patient!.id}`)
    for (const { subject } of [visit!, lab!])
      expect(subject).toEqual({ reference: `urn:uuid:${patient!.id}` })
    expect(lab!.encounter).toEqual({ reference: `urn:uuid:${visit!.id}` })
    expect(lab!.specimen).toEqual({ reference: `#${lab!.contained![0]!.id}` })
    expect(lab!.performer).toEqual([MASKED])
    expect(of(copy, 'DiagnosticReport')[0]).toMatchObject({ result: [{ reference: `urn:uuid:${lab!.id}` }] })
    const other = copyOf(BUNDLE, { idOf: (place) => nameUuid(`other copy ${place}`) })
    expect(of<Patient>(other, 'Patient')[0]!.id).not.toBe(patient!.id)
    expect(copyOf(BUNDLE)).toEqual(copy)
  })

  it('says what it is, and leaves people, places and documents out', () => {
    const copy = copyOf(BUNDLE)
    expect(copy.meta).toMatchObject({ security: [{ code: 'PSEUDED' }] })
    expect(of(copy, 'Practitioner')).toEqual([])
    expect(copy.entry).toHaveLength(BUNDLE.entry.length - 1)
  })

  it('tells what is missing where it has masked it', () => {
    const [, age] = of<Observation>(copyOf(BUNDLE), 'Observation')
    expect(age!.component).toMatchObject([{ valueQuantity: MASKED }, { _valueString: MASKED }])
    expect(of<Encounter>(copyOf(BUNDLE), 'Encounter')[0]!.type).toEqual([MASKED])
  })

  it('tells no age over 89', () => {
    const [, age] = of<Observation>(copyOf(BUNDLE), 'Observation')
    expect(age!.valueQuantity).toMatchObject({ value: 90, comparator: '>=', code: 'a' })
    const born = (birthDate: string) => one({ resourceType: 'Patient', birthDate })
    expect(born('1936-11-29')).toMatchObject({ _birthDate: MASKED })
    expect(born('1936-11-29')).not.toHaveProperty('birthDate')
    expect(born('1936-11-30')).toMatchObject({ birthDate: '1937-01-09' })
    expect(one({ resourceType: 'Condition', onsetDateTime: '1931' })).toMatchObject({
      _onsetDateTime: MASKED,
    })
    const months = { value: 1100, system: 'http://unitsofmeasure.org', code: 'mo' }
    expect(one({ resourceType: 'Condition', onsetAge: months })).toMatchObject({
      onsetAge: { value: 90, comparator: '>=', code: 'a' },
    })
  })

  it('has free text when that is chosen, says so, and still no names, addresses or identifiers', () => {
    const copy = copyOf(BUNDLE, { keepsText: true })
    const told = JSON.stringify(copy)
    expect(told).toContain('Mrs Osei should come back to ward 7B')
    expect(told).toContain('Call Mrs Osei on')
    expect(told).toContain('Haemoglobin, as asked by Felix')
    expect(copy.meta!.security).toBeUndefined()
    expect(copy.meta!.tag!.at(-1)!.display).toContain('may name people')
    for (const gone of [
      '078-05-1120',
      'Birkenweg',
      'ACC-2026',
      'kofi@mail',
      'Ashanti',
      'JVBERi0',
      'riverside.example',
    ])
      expect(told).not.toContain(gone)
    expect(told).not.toMatch(/"(name|address|telecom|identifier|photo|authorString)":/)
  })

  it('reads what is odd as nothing, and takes no code for a name', () => {
    const odd = one({
      resourceType: 'Observation',
      id: 7,
      status: 'final for Mrs Osei',
      code: 'Osei',
      subject: { reference: 12 },
      effectiveDateTime: '2026-13-45',
      issued: 'yesterday',
      valueQuantity: { value: '11', unit: 'g' },
      component: [{ valueQuantity: { value: 2, system: 'http://unitsofmeasure.org', code: '{Osei}' } }],
      contained: [{ resourceType: 'Patient', name: { family: 'Osei' } }],
      ['__proto__']: { status: 'final' },
    })
    expect(JSON.stringify(odd)).not.toMatch(/Osei|yesterday|2026-13/)
    const named = { resourceType: 'Observation', status: 'osei', performer: { name: { family: 'Osei' } } }
    expect(JSON.stringify(one(named))).not.toContain('osei')
    const referred = {
      resourceType: 'Observation',
      code: { coding: [{ system: 'http://loinc.org', code: '718-7', display: 'Hb of Mr Li' }] },
      subject: { reference: 'Patient/4', display: 'Li Wei' },
    }
    expect(one(referred)).toMatchObject({ code: { coding: [{ code: '718-7' }] } })
    expect(JSON.stringify(one(referred))).not.toContain('Hb of')
  })

  it.each([
    ['a letter about a person', { resourceType: 'DocumentReference', description: 'Letter' }],
    [
      'a bundle of people',
      { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Practitioner' } }] },
    ],
    ['an empty bundle', { resourceType: 'Bundle' }],
    ['JSON of another kind', { name: 'Osei' }],
    ['a word that objects have', { resourceType: 'constructor' }],
    ['no object', ['Patient']],
  ])('is not made of %s', (_, record) => {
    expect(fhirCopyOf(record, copyTerms())).toBeNull()
  })
})
