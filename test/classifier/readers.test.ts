import { describe, expect, it } from 'vitest'
import { specialtyOf } from '../../electron/main/classifier/code-tables.ts'
import { type ReadText, TEXT_LIMIT } from '../../electron/main/classifier/document.ts'
import { readText } from '../../electron/main/classifier/read-text.ts'
import { parseXml, XmlError } from '../../electron/main/formats/xml.ts'

const read = (text: string): ReadText => readText(new TextEncoder().encode(text))
const coding = (system: string, code: string) => ({ coding: [{ system, code }] })
const SNOMED = 'http://snomed.info/sct'
const LOINC = 'http://loinc.org'

describe('FHIR', () => {
  it('says where it was written before what kind of paper it is', () => {
    const { coded, text } = read(
      JSON.stringify({
        resourceType: 'DocumentReference',
        status: 'current',
        type: coding(LOINC, '34099-2'),
        context: {
          practiceSetting: { coding: [{ system: SNOMED, code: '394582007', display: 'Dermatology' }] },
        },
        content: [{ attachment: { contentType: 'text/plain', data: btoa('An itchy rash on both elbows') } }],
      }),
    )
    expect(coded).toEqual([
      {
        field: 'DocumentReference.context.practiceSetting',
        system: 'snomed',
        code: '394582007',
        name: 'Dermatology',
      },
      { field: 'DocumentReference.type', system: 'loinc', code: '34099-2', name: null },
    ])
    expect(coded.map(specialtyOf)).toEqual(['394582007', '394579002'])
    expect(text).toContain('An itchy rash on both elbows')
  })

  it('is read through bundles and contained resources, narratives without their tags', () => {
    const { coded, text } = read(
      JSON.stringify({
        resourceType: 'Bundle',
        entry: [
          {
            resource: {
              resourceType: 'Composition',
              title: 'Consultation',
              type: coding(LOINC, '34797-1'),
              text: { div: '<div xmlns="x"><p>Cogwheel&nbsp;rigidity</p></div>' },
            },
          },
          { resource: { resourceType: 'Encounter', serviceType: coding(SNOMED, '394591006') } },
          {
            resource: {
              resourceType: 'Patient',
              contained: [
                {
                  resourceType: 'PractitionerRole',
                  specialty: [coding('http://nucc.org/provider-taxonomy', '2084N0400X')],
                },
              ],
            },
          },
        ],
      }),
    )
    expect(coded.map(({ field }) => field)).toEqual([
      'Encounter.serviceType',
      'PractitionerRole.specialty',
      'Composition.type',
    ])
    expect(new Set(coded.map(specialtyOf))).toEqual(new Set(['394591006']))
    expect(text).toContain('Consultation')
    expect(text).toMatch(/Cogwheel\s+rigidity/)
    expect(text).not.toContain('<p>')
  })

  it.each([
    ['cut off', '{"resourceType":"DocumentReference","description":"Cogwheel rigidity of the'],
    ['of another kind', '{"title":"Cogwheel rigidity of the arm"}'],
    [
      'with fields of the wrong kind',
      '{"resourceType":"Encounter","serviceType":[{"coding":7}],"note":"Cogwheel rigidity"}',
    ],
  ])('that is %s is read as the text that is left', (_, text) => {
    const { coded, text: found } = read(text)
    expect(coded).toEqual([])
    expect(found).toContain('Cogwheel rigidity')
  })

  it('nested without end ends nothing', () => {
    const deep = `{"resourceType":"Bundle","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    expect(read(deep).coded).toEqual([])
  })
})

describe('HL7 v2', () => {
  const message = (...segments: string[]): string =>
    ['MSH|^~\\&|LAB|RIVERSIDE|APP|HERE|20261124||ORU^R01|1|P|2.5', ...segments].join('\r')

  it('names service and section, then types of LOINC; its text is what people write', () => {
    const { coded, text } = read(
      message(
        'PV1|1|O|WARD^3|||||||CAR',
        'OBR|1||7|11524-6^EKG study^LN|||||||||chest pain|||||||||||EC',
        'OBX|1|TX|18745-0^Cath^LN||Stenosis of the LAD \\T\\ 70\\.br\\%||||||F',
        'NTE|1||seen by Dr Rao',
      ),
    )
    expect(coded.map(({ name }) => name)).toEqual([null, null, 'EKG study', 'Cath'])
    expect(coded.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'PV1-10 CAR',
      'OBR-24 EC',
      'OBR-4 11524-6',
      'OBX-3 18745-0',
    ])
    expect(new Set(coded.map(specialtyOf))).toEqual(new Set(['394579002']))
    expect(text).toContain('chest pain')
    expect(text).toContain('Stenosis of the LAD & 70\n%')
    expect(text).toContain('seen by Dr Rao')
  })

  it('is divided by what its first segment says', () => {
    const { coded } = read('MSH!*;?+!LAB\rOBR!1!!7!x*y*L*34807-8*Eye*LN\rPV1!1!O!!!!!!!!PUL')
    expect(coded.map(({ code }) => code)).toEqual(['PUL', '34807-8'])
  })

  it.each([
    ['only its first segment', 'MSH|^~\\&'],
    ['segments without fields', 'MSH|^~\\&|\rOBX\rPV1\rOBR||||'],
    ['escapes that nobody closed', 'MSH|^~\\&|\rOBX|1|TX|||half \\F of it'],
  ])('with %s is no trouble', (_, text) => {
    expect(read(text).coded).toEqual([])
  })

  it('framed as on the wire is read too', () => {
    const { coded } = read(`\u000b${message('PV1|1|O||||||||URO')}\u001c\r`)
    expect(coded.map(specialtyOf)).toEqual(['394612005'])
  })
})

describe('CDA', () => {
  const cda = (inner: string): string =>
    `<?xml version="1.0"?><!-- x --><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">${inner}</ClinicalDocument>`

  it('says what was served before what kind of document it is; its text is its sections', () => {
    const { coded, text } = read(
      cda(`<code code="34133-9" codeSystem="2.16.840.1.113883.6.1"><translation code="34807-8" codeSystem="2.16.840.1.113883.6.1"/></code>
        <author><assignedAuthor><code code="207W00000X" codeSystem='2.16.840.1.113883.6.101' displayName="Ophthalmology"/></assignedAuthor></author>
        <component><structuredBody><component><section><title>Findings &amp; plan</title>
        <text><table><tr><td>Visual acuity</td><td>6/18</td></tr></table><![CDATA[<pressure> 28]]> mmHg &#181;</text>
        </section></component></structuredBody></component>`),
    )
    expect(coded.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'ClinicalDocument/author/assignedAuthor/code 207W00000X',
      'ClinicalDocument/code 34133-9',
      'ClinicalDocument/code 34807-8',
    ])
    expect(coded[0]).toMatchObject({ name: 'Ophthalmology' })
    expect(coded.map(specialtyOf)).toEqual(['394594003', null, '394594003'])
    expect(text).toContain('Findings & plan')
    expect(text.replace(/\s+/g, ' ')).toContain('Visual acuity 6/18 <pressure> 28 mmHg µ')
  })

  it.each([
    [
      'an entity that it defines',
      '<!DOCTYPE a [<!ENTITY b "boom">]><ClinicalDocument>&b;</ClinicalDocument>',
    ],
    [
      'an entity from elsewhere',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><ClinicalDocument>&b;</ClinicalDocument>',
    ],
    ['an entity that nobody defines', '<ClinicalDocument>&b;</ClinicalDocument>'],
    ['an element that nobody closed', '<ClinicalDocument><text>cataract</ClinicalDocument>'],
    ['an attribute without quotes', '<ClinicalDocument code=1></ClinicalDocument>'],
    ['two outermost elements', '<ClinicalDocument/><ClinicalDocument/>'],
    ['text after its end', '<ClinicalDocument/>more'],
    ['nothing in it', '<'],
    ['a comment without an end', '<ClinicalDocument><!-- '],
    ['a number that is no letter', '<ClinicalDocument>&#x110000;</ClinicalDocument>'],
    ['elements in each other without end', '<a>'.repeat(5_000)],
  ])('with %s is refused, and read as plain text', (_, text) => {
    expect(() => parseXml(text)).toThrowError(XmlError)
    expect(read(text).coded).toEqual([])
  })

  it('cut off still says what is left of it', () => {
    expect(read('<ClinicalDocument><title>Eye clinic</title><text>cataract of the left').text).toContain(
      'cataract',
    )
  })
})

describe('plain text', () => {
  it('of any size is read as far as it can tell something', () => {
    const { text } = readText(new Uint8Array(200 * 1024 * 1024))
    expect(text).toHaveLength(TEXT_LIMIT)
  })

  it('in another encoding is read with marks where letters were', () => {
    const latin = Uint8Array.from('Ménière disease', (letter) => letter.charCodeAt(0))
    expect(readText(latin).text).toBe('M\ufffdni\ufffdre disease')
    expect(readText(Uint8Array.of(0xff, 0xfe, 0x41, 0x00)).coded).toEqual([])
    expect(readText(new Uint8Array()).text).toBe('')
  })
})
