import type { Element } from '../../formats/xml.ts'
import type { Copying } from '../copying.ts'

/** How one document is copied. */
export type CdaCopying = Copying & {
  /** The copy's own id of what is called so. */
  readonly idOf: (key: string) => string
}

const V3 = 'urn:hl7-org:v3'
/** HL7's own extensions of CDA. */
const SDTC = 'urn:hl7-org:sdtc'
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
export const NAMESPACES = { xmlns: V3, 'xmlns:sdtc': SDTC, 'xmlns:xsi': XSI } as const

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const TRUTH = 'true false'
/**
 * What an element is in the model that CDA is made of, by attribute: words that HL7 has closed.
 * @see HL7 v3 Vocabulary: ActClass, ActMood, ActRelationshipType, ParticipationType, RoleClass, EntityClass, NullFlavor
 */
const STRUCTURE = new Map(
  Object.entries({
    classCode:
      'ACCM ACT ALRT ASSIGNED BATTERY CLUSTER COND CONS CTTEVENT DEV DISPACT DOCBODY DOCCLIN DOCSECT ENC ENT EXPR INC INFRM MANU MAT MMAT MPROT OBS OBSCOR OBSSER ORG ORGANIZER PAT PCPR PRS PROC PSN REG SBADM SDLOC SPCTRT SPEC SPLY SUBST TRNS',
    moodCode: 'APT ARQ DEF EVN EVN.CRT GOL INT PRMS PRP RQO',
    typeCode:
      'AUT CAUS COMP COVBY CSM CST DEV DOC DRIV GEVL LOC MFST PPRF PRCN PRD PRF RCT REFR REFV RSON SAS SBJ SPC SPRF SPRT SUBJ XCRPT',
    determinerCode: 'INSTANCE KIND',
    operator: 'A E H I P',
    nullFlavor: 'ASKU DER INV MSK NA NASK NAV NI NINF NP OTH PINF QS TRC UNC UNK',
    negationInd: TRUTH,
    inversionInd: TRUTH,
    contextConductionInd: TRUTH,
    institutionSpecified: TRUTH,
    inclusive: TRUTH,
  }).map(([name, words]) => [name, list(words)]),
)
/** Data types. @see HL7 v3 Data Types, Release 1 */
const TYPES = list(
  'AD BL CD CE CO CS CV ED EIVL_TS EN II INT IVL_INT IVL_PQ IVL_REAL IVL_TS MO ON PIVL_TS PN PQ REAL RTO RTO_PQ_PQ SC ST SXCM_TS SXPR_TS TEL TN TS',
)

export const elementsIn = ({ children }: Element): Element[] =>
  children.filter((child) => typeof child !== 'string')

/** An element's name as the copy writes it. Null for one that is neither CDA's nor of HL7's extensions. */
export const tagOf = ({ namespace, name }: Element): string | null =>
  namespace === V3 ? name : namespace === SDTC ? `sdtc:${name}` : null

/** The data type that an element says it has. */
export function typeOf({ attributes }: Element): string | null {
  const type = attributes.get(`${XSI} type`)?.replace(/^[\w.-]+:/, '')
  return type !== undefined && TYPES.has(type) ? type : null
}

/** Those attributes that say what an element is, and nothing of anybody. */
export function structureOf(element: Element): Record<string, string> {
  const type = typeOf(element)
  return {
    ...(type === null ? {} : { 'xsi:type': type }),
    ...Object.fromEntries(
      [...element.attributes].filter(([name, value]) => STRUCTURE.get(name)?.has(value) === true),
    ),
  }
}
