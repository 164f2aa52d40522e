import { describe, expect, it } from 'vitest'
import { readCda } from '../../../electron/main/classifier/read-cda.ts'
import { nameUuid } from '../../../electron/main/crypto/name-uuid.ts'
import { parseXml } from '../../../electron/main/formats/xml.ts'
import { at, copyOf, document, IN_ENTRY, MASKED, one, valuesOf, XSI_TYPE } from '../../support/cda-copy.ts'
import { CODES, DOCUMENT } from '../../support/cda-record.ts'

const NAMES =
  /osei|amara|nyarko|kofi|mensah|brandt|felix|riverside|7B|5550|boateng|efua|okafor|kowalski|tanaka|petrova|nguyen|novak|ashanti|kumasi|birkenweg/i

describe('a copy for research of a CDA document', () => {
  it('has nothing of the document but its codes, numbers and units', () => {
    const copy = copyOf(DOCUMENT)
    const told = valuesOf(copy)
    const secret = valuesOf(DOCUMENT).filter(
      (value) => /osei|\d{3}|[a-z] [a-z]|-/i.test(value) && !CODES.includes(value) && !told.includes(value),
    )
    expect(secret.length).toBeGreaterThan(80)
    expect(secret.filter((value) => value.length > 3 && copy.includes(value))).toEqual([])
    expect(copy).not.toMatch(NAMES)
    expect(copy).not.toMatch(/<!--|<\?xml-|site|schemaLocation|LOT-|UDI|Room|Nordpharm|realmCode|setId/)
  })

  it('tells what is in no list in no other words: codes of HL7’s, its own, and dates', () => {
    const allowed = new Set([...CODES, ...valuesOf(document('')).values()])
    const rest = valuesOf(copyOf(DOCUMENT)).filter(
      (value) =>
        !allowed.has(value) &&
        !/^(?:[0-9a-f]{8}-[0-9a-f-]{27}|20[\d.+]+|1979\d{4}|[\d.]+|20\d\d-\d\d-\d\d|[A-Z_]{1,15}|true|false|[a-z]{1,2})$/.test(
          value,
        ),
    )
    expect(rest.sort()).toEqual(
      [
        'De-identified copy',
        'De-identified copy for research (medical-chain/2/research-copy)',
        'De-identified copy: every date is shifted by the same number of days.',
        'POCD_HD000040',
        'alteration integrity',
        'pseudonymized',
      ].sort(),
    )
  })

  it('keeps the codes, measurements, units and doses, each where it stood', () => {
    const copy = copyOf(DOCUMENT)
    const told = valuesOf(copy)
    expect(CODES.filter((code) => !told.includes(code))).toEqual([])
    const inOrganizer = 'component/structuredBody/component/section/entry/organizer/component/observation'
    expect(at(copy, `${inOrganizer}/value`)).toEqual([
      { [XSI_TYPE]: 'PQ', value: '11.2', unit: 'g/dL' },
      { [XSI_TYPE]: 'IVL_PQ' },
      { [XSI_TYPE]: 'ST', ...MASKED },
      { [XSI_TYPE]: 'ED', ...MASKED },
      { [XSI_TYPE]: 'PQ', ...MASKED },
      { [XSI_TYPE]: 'PN', ...MASKED },
    ])
    expect(at(copy, `${inOrganizer}/referenceRange/observationRange/value/low`)).toEqual([
      { value: '12', unit: 'g/dL' },
    ])
    const drug = 'component/structuredBody/component/section/entry/substanceAdministration'
    expect(at(copy, `${drug}/effectiveTime/period`)).toEqual([{ value: '12', unit: 'h' }])
    expect(at(copy, `${drug}/doseQuantity`)).toEqual([{ value: '325', unit: 'mg' }])
    expect(at(copy, `${drug}/id`)).toEqual([{ nullFlavor: 'NI' }])
  })

  it('says in its header that it is a copy, masks what CDA asks for, and keeps the order of its parts', () => {
    const copy = copyOf(DOCUMENT)
    expect(
      parseXml(copy).children.flatMap((child) => (typeof child === 'string' ? [] : [child.name])),
    ).toEqual([
      ...[
        'typeId',
        'templateId',
        'id',
        'code',
        'title',
        'effectiveTime',
        'confidentialityCode',
        'languageCode',
      ],
      ...[
        'recordTarget',
        'author',
        'custodian',
        'documentationOf',
        'relatedDocument',
        'componentOf',
        'component',
      ],
    ])
    expect(at(copy, 'id')).toEqual([{ root: nameUuid('copy 0') }])
    expect(at(copy, 'relatedDocument')).toEqual([{ typeCode: 'XFRM' }])
    expect(at(copy, 'languageCode')).toEqual([{ code: 'de' }])
    expect(at(copy, `${IN_ENTRY}/value`)[0]).toMatchObject({ code: 'PSEUDED' })
    for (const path of [
      ...['addr', 'telecom', 'patient/name', 'patient/raceCode'].map(
        (name) => `recordTarget/patientRole/${name}`,
      ),
      ...['author/assignedAuthor/id', 'relatedDocument/parentDocument/id'],
      'custodian/assignedCustodian/representedCustodianOrganization/id',
    ])
      expect([path, at(copy, path)[0]]).toEqual([path, MASKED])
  })

  it('moves every date by the same days and keeps its exactness', () => {
    const copy = copyOf(DOCUMENT)
    const dates = valuesOf(copy).filter((value) => /^(?:19|20)\d{6}/.test(value))
    expect(dates.sort()).toEqual(
      [
        ...['19790326', '20260413100000+0000', '20260413095900+0000', '20260410', '20260414', '202604100930'],
        ...['20260410084500+0000', '20260411060000.500+0000', '20260411', '20260511'],
      ].sort(),
    )
  })

  it('names things by ids of its own, alike where they are alike, and in two copies never', () => {
    const copy = copyOf(DOCUMENT)
    expect(copyOf(DOCUMENT)).toBe(copy)
    const [id] = at(copy, 'componentOf/encompassingEncounter/id')
    expect(id).toEqual({ root: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(copyOf(DOCUMENT, { idOf: (place) => nameUuid(`other ${place}`) })).not.toContain(id!.root)
    const twice = copyOf(
      document('<id root="1.2" extension="A-1"/><id root="1.2" extension="A-1"/><id root="1.2"/>'),
    )
    const [first, second, other] = at(twice, `${IN_ENTRY}/id`)
    expect(second).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it('has free text and its places when that is chosen, says so, and still no names, addresses or numbers of fields for them', () => {
    const copy = copyOf(DOCUMENT, { keepsText: true })
    for (const kept of [
      'Results of Mrs Osei',
      'Seen by Dr Brandt in ward 7B.<table border="1">',
      'Haemoglobin &lt; 12 &amp; falling',
      'Lives with Kofi Mensah',
      'Keep away from Kofi',
      '<originalText>As asked by Felix</originalText>',
      'for Amara',
      'may name people',
    ])
      expect(copy).toContain(kept)
    const anchor = /<tr ID="(_[0-9a-f-]{36})">/.exec(copy)![1]
    expect(copy.split(`<reference value="#${anchor}"/>`)).toHaveLength(3)
    for (const gone of [
      ...[
        '078-05-1120',
        'Birkenweg',
        'MRN77120',
        'osei-hb',
        'riverside.example',
        'PICTURE-1',
        'aVZCT1',
        'LOT-',
      ],
      ...['Ashanti', 'PSEUDED', 'Summary for', 'exported for', 'Osei-', 'HB-OSEI', 'Boateng'],
    ])
      expect(copy).not.toContain(gone)
  })

  it('tells no age over 89, and no date that tells one', () => {
    expect(one('<value xsi:type="PQ" value="93" unit="a"/>')).toBe(
      '<value xsi:type="IVL_PQ"><low value="90" unit="a"/></value>',
    )
    expect(one('<value xsi:type="PQ" value="1100" unit="mo"/>')).toContain('value="90" unit="a"')
    expect(one('<value xsi:type="PQ" value="47" unit="a"/>')).toContain('value="47" unit="a"')
    expect(one('<effectiveTime value="19361129"/>')).toBe('<effectiveTime nullFlavor="MSK"/>')
    expect(one('<effectiveTime value="19361130"/>')).toBe('<effectiveTime value="19370109"/>')
    expect(one('<effectiveTime value="1936"/>')).toBe('<effectiveTime nullFlavor="MSK"/>')
  })

  it('is read again by the reader that places records, which finds the same codes', () => {
    const before = readCda(DOCUMENT)!.coded
    const after = readCda(copyOf(DOCUMENT))!.coded
    expect(before.length).toBeGreaterThan(4)
    expect(after).toEqual(before)
    expect(valuesOf(copyOf(copyOf(DOCUMENT, { shift: 0 }), { shift: 0 }))).toEqual(
      valuesOf(copyOf(DOCUMENT, { shift: 0 })),
    )
  })
})
