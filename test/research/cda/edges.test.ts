import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cdaCopyOf } from '../../../electron/main/research/cda/copy.ts'
import { copyOf, document, HEAD, one } from '../../support/cda-copy.ts'
import { DOCUMENT } from '../../support/cda-record.ts'
import { copyTerms } from '../../support/copy-terms.ts'

describe('a copy for research of any CDA document', () => {
  it.each([
    [
      'a code of the clinic’s own',
      '<value xsi:type="CD" code="X1" codeSystem="1.2.3" displayName="x"/>',
      '<value nullFlavor="MSK" xsi:type="CD"/>',
    ],
    [
      'a table that sites fill',
      '<methodCode code="3N" codeSystem="2.16.840.1.113883.12.303"/>',
      '<methodCode nullFlavor="MSK"/>',
    ],
    ['a value without a kind', '<value>Osei</value>', '<value xsi:type="ST" nullFlavor="MSK"/>'],
    [
      'a kind that objects have',
      '<value xsi:type="constructor" value="1"/>',
      '<value xsi:type="ST" nullFlavor="MSK"/>',
    ],
    [
      'an attribute that objects have',
      '<value xsi:type="INT" value="1" constructor="x" toString="y"/>',
      '<value xsi:type="INT" value="1"/>',
    ],
    [
      'a long number without a unit',
      '<value xsi:type="INT" value="491715550199"/>',
      '<value nullFlavor="MSK" xsi:type="INT"/>',
    ],
    ['no number', '<value xsi:type="REAL" value="eleven"/>', '<value nullFlavor="MSK" xsi:type="REAL"/>'],
    ['a truth', '<value xsi:type="BL" value="true"/>', '<value xsi:type="BL" value="true"/>'],
    [
      'a time of the day',
      '<effectiveTime xsi:type="EIVL_TS"><event code="ACM"/><offset value="1" unit="h"/></effectiveTime>',
      '<effectiveTime xsi:type="EIVL_TS"><event code="ACM"/><offset value="1" unit="h"/></effectiveTime>',
    ],
    [
      'a ratio',
      '<value xsi:type="RTO_PQ_PQ"><numerator value="1" unit="mg"/><denominator value="2" unit="mL"/></value>',
      '<value xsi:type="RTO_PQ_PQ"><numerator value="1" unit="mg"/><denominator value="2" unit="mL"/></value>',
    ],
    [
      'a side of a body part',
      '<targetSiteCode code="1" codeSystem="2.16.840.1.113883.6.96"><qualifier><name code="2" codeSystem="2.16.840.1.113883.6.96"/><value code="3" codeSystem="2.16.840.1.113883.6.96"/></qualifier></targetSiteCode>',
      '<targetSiteCode code="1" codeSystem="2.16.840.1.113883.6.96"><qualifier><name code="2" codeSystem="2.16.840.1.113883.6.96"/><value code="3" codeSystem="2.16.840.1.113883.6.96"/></qualifier></targetSiteCode>',
    ],
    ['a status that is none', '<statusCode code="at home"/>', '<statusCode nullFlavor="MSK"/>'],
    ['no date', '<effectiveTime value="yesterday"/>', '<effectiveTime nullFlavor="MSK"/>'],
    [
      'somebody',
      '<participant typeCode="IND"><participantRole><playingEntity><code code="1" codeSystem="2.16.840.1.113883.6.96"/></playingEntity></participantRole></participant>',
      '',
    ],
  ])('reads %s for what it is', (_, entry, kept) => {
    expect(one(entry)).toBe(kept)
  })

  it.each([
    ['a letter', '<p>Dear colleague</p>'],
    [
      'a document without entries',
      `<ClinicalDocument ${HEAD}><component><nonXMLBody><text>JVBERi0=</text></nonXMLBody></component></ClinicalDocument>`,
    ],
    ['a document that was cut off', document('').slice(0, -20)],
    ['a document of no namespace', document('<value xsi:type="BL" value="true"/>', '', 'xmlns:xsi="x"')],
    ['a prefix that nobody declares', document('<sdtc:x/>')],
    ['an entity that it defines', `<!DOCTYPE a [<!ENTITY b "boom">]>${document('<text>&b;</text>')}`],
    ['an entity from elsewhere', `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${document('&b;')}`],
    ['entities of entities', `<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;&b;">]>${document('&b;')}`],
    [
      'acts in each other without end',
      document('<entryRelationship><act>'.repeat(300) + '</act></entryRelationship>'.repeat(300)),
    ],
    ['an attribute twice', document('<id root="1.2" root="1.3"/>')],
    ['a letter that no document may have', document('<text>&#0;</text>')],
    ['another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?>${document('<text>Müller</text>')}`],
  ])('is not made of %s', (_, record) => {
    expect(cdaCopyOf(record, copyTerms())).toBeNull()
  })

  it('of plain letters may say that it is in another encoding', () => {
    expect(
      copyOf(`<?xml version='1.0' encoding='ISO-8859-1'?>${document('<statusCode code="active"/>')}`),
    ).toContain('UTF-8')
  })

  it('never has a name of the document’s, in whatever element and attribute it stands', () => {
    const names = [...new Set(DOCUMENT.match(/<[a-z]\w+(?=[ />])/gi)!.map((tag) => tag.slice(1)))]
    const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 })
    const attribute = fc.constantFrom(
      'code',
      'displayName',
      'value',
      'unit',
      'root',
      'extension',
      'typeCode',
      'nullFlavor',
      'ID',
      'xsi:type',
    )
    const header =
      '<recordTarget><patientRole><patient><name><given>Xaverine</given></name></patient></patientRole></recordTarget>'
    fc.assert(
      fc.property(path, attribute, fc.constantFrom('PQ', 'CD', 'ST', 'TS', 'ED'), (tags, name, type) => {
        const said =
          name === 'xsi:type'
            ? ''
            : ` xsi:type="${type}" codeSystem="2.16.840.1.113883.6.96"`.replace(` ${name}=`, ' x=')
        const start = tags.map((tag) => `<${tag} ${name}="Xaverine"${said}>`).join('')
        const end = tags
          .toReversed()
          .map((tag) => `</${tag}>`)
          .join('')
        expect(copyOf(document(`${start}Xaverine${end}<statusCode code="active"/>`, header))).not.toMatch(
          /xaverine/i,
        )
      }),
      { numRuns: 500 },
    )
  })
})
