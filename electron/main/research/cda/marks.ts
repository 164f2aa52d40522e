import type { Written } from '../../formats/write-xml.ts'
import { type Copying, MARK, SHIFTED, TEXT_KEPT } from '../copying.ts'
import { MASKED } from './keep-value.ts'

const element = (
  tag: string,
  attributes: Written['attributes'],
  ...children: Written['children']
): Written => ({
  tag,
  attributes,
  children,
})

/**
 * What every copy says in its header: that it is CDA, its own title, and that it is a transformation of another
 * document (XFRM), without which one.
 * @see HL7 CDA R2 §4.2.1 (typeId, title), §4.2.3 (relatedDocument)
 */
export const MARKS: readonly Written[] = [
  element('typeId', { root: '2.16.840.1.113883.1.3', extension: 'POCD_HD000040' }),
  element('title', {}, `De-identified copy for research (${MARK})`),
  element('relatedDocument', { typeCode: 'XFRM' }, element('parentDocument', {}, element('id', MASKED))),
]

/**
 * A section that says how it was made, for people, and without free text also for machines: a security observation of HL7's
 * privacy segmentation (DS4P) with the code that FHIR's `meta.security` has.
 * @see HL7 Implementation Guide: Data Segmentation for Privacy, CDA content profile, template 2.16.840.1.113883.3.445.21
 */
export function markSection({ keepsText }: Pick<Copying, 'keepsText'>): Written {
  const lines = [SHIFTED, ...(keepsText ? [TEXT_KEPT] : [])]
  const observation = element(
    'observation',
    { classCode: 'OBS', moodCode: 'EVN' },
    element('templateId', { root: '2.16.840.1.113883.3.445.21' }),
    element('code', {
      code: 'SECALTINTOBS',
      codeSystem: '2.16.840.1.113883.5.4',
      displayName: 'alteration integrity',
    }),
    element('value', {
      'xsi:type': 'CE',
      code: 'PSEUDED',
      codeSystem: '2.16.840.1.113883.5.1063',
      displayName: 'pseudonymized',
    }),
  )
  const section = element(
    'section',
    {},
    element('title', {}, 'De-identified copy'),
    element('text', {}, ...lines.map((line) => element('paragraph', {}, `${line}.`))),
    ...(keepsText ? [] : [element('entry', {}, observation)]),
  )
  return element('component', {}, section)
}
