import type { Written } from '../../formats/write-xml.ts'
import type { Element } from '../../formats/xml.ts'
import { isKnownOid } from '../code-systems.ts'
import { isCode, isFigure, isOldest, isUnitCode, movedStamp, OLDEST } from '../copying.ts'
import { type CdaCopying, elementsIn, structureOf, tagOf, typeOf } from './structure.ts'

/** What is left of a value: attributes and elements to be written. Null where nothing is. */
export type Kept = Omit<Written, 'tag'>
export type Keeper = (element: Element, copying: CdaCopying) => Kept | null

export const only = (attributes: Readonly<Record<string, string>>): Kept => ({ attributes, children: [] })

/** In the place of what was there and is not told. @see HL7 v3 NullFlavor, 2.16.840.1.113883.5.1008: masked */
export const MASKED = { nullFlavor: 'MSK' } as const

/** A value as it is written, with what stands in it. Without anything left it says why, or that it is masked. */
export function writtenOf(element: Element, tag: string, keeper: Keeper, copying: CdaCopying): Written {
  const structure = structureOf(element)
  const kept = keeper(element, copying)
  if (kept !== null) return { tag, attributes: { ...structure, ...kept.attributes }, children: kept.children }
  return { tag, attributes: { ...MASKED, ...structure }, children: [] }
}

/** Those elements of a value that are listed. */
const partsOf = (
  element: Element,
  keepers: Readonly<Record<string, Keeper>>,
  copying: CdaCopying,
): Written[] =>
  elementsIn(element).flatMap((child) => {
    const tag = tagOf(child)
    return tag !== null && Object.hasOwn(keepers, tag) ? [writtenOf(child, tag, keepers[tag]!, copying)] : []
  })

/** Somebody's words: what stands there, or where it stands in the section's text. */
export const textOf: Keeper = (element, { keepsText, idOf }) => {
  const { attributes } = element
  const isText =
    attributes.get('representation') !== 'B64' && /^(?:text\/|$)/.test(attributes.get('mediaType') ?? '')
  if (!keepsText || !isText) return null
  const children = element.children.flatMap((child): Kept['children'] => {
    if (typeof child === 'string') return [child]
    const target = tagOf(child) === 'reference' ? /^#(.+)$/.exec(child.attributes.get('value') ?? '') : null
    return target === null ? [] : [{ tag: 'reference', ...only({ value: `#${anchorOf(target[1]!, idOf)}` }) }]
  })
  return children.length === 0 ? null : { attributes: {}, children }
}

/** What a place in the text is called in the copy: an XML name, so it begins with no digit. */
export const anchorOf = (id: string, idOf: CdaCopying['idOf']): string => `_${idOf(`#${id}`)}`

/** CD, CE, CV, CO: a code where its system is known, else what it is translated into. */
export const codeOf: Keeper = (element, copying) => {
  const [code = '', system = '', display = ''] = ['code', 'codeSystem', 'displayName'].map((name) =>
    element.attributes.get(name),
  )
  const isTold = isKnownOid(system) && isCode(code) && !copying.names(code)
  const called = display !== '' && !copying.names(display) ? { displayName: display } : {}
  const parts = partsOf(
    element,
    { originalText: textOf, translation: codeOf, qualifier: qualifierOf },
    copying,
  )
  const children = parts.filter(({ attributes }) => attributes.nullFlavor !== MASKED.nullFlavor)
  if (isTold) return { attributes: { code, codeSystem: system, ...called }, children }
  return children.some(({ tag }) => tag !== 'qualifier') ? { attributes: MASKED, children } : null
}

const qualifierOf: Keeper = (element, copying) => {
  const children = partsOf(element, { name: codeOf, value: codeOf }, copying)
  return children.length === 2 ? { attributes: {}, children } : null
}

/** PQ, IVL_PQ, RTO: a number that its unit goes with, or a range of them. A unit is a UCUM code. */
export const quantityOf: Keeper = (element, copying) => {
  const value = element.attributes.get('value')
  const unit = element.attributes.get('unit') ?? ''
  if (value === undefined) {
    const bounds = { low: quantityOf, high: quantityOf, center: quantityOf, width: quantityOf }
    return filled(partsOf(element, { ...bounds, numerator: quantityOf, denominator: quantityOf }, copying))
  }
  if (unit !== '' && (!isUnitCode(unit) || copying.names(unit))) return null
  if (!isFigure(value, unit) || isOldest(Number(value), unit)) return null
  return only({ value, ...(unit === '' ? {} : { unit }) })
}

/** INT, REAL, and ranges of them. */
export const numberOf: Keeper = (element, copying) => {
  const value = element.attributes.get('value')
  if (value !== undefined) return isFigure(value, '') ? only({ value }) : null
  return filled(
    partsOf(element, { low: numberOf, high: numberOf, center: numberOf, width: numberOf }, copying),
  )
}

const filled = (children: readonly Written[]): Kept | null =>
  children.length === 0 ? null : { attributes: {}, children }

const EVENTS = /^(?:[AIP]?C[DMV]?|HS|WAKE)$/
const eventOf: Keeper = ({ attributes }) => {
  const code = attributes.get('code') ?? ''
  return EVENTS.test(code) ? only({ code }) : null
}

/** TS, IVL_TS, PIVL_TS, EIVL_TS: a time, from one to another, or again and again. */
export const timeOf: Keeper = (element, copying) => {
  const value = element.attributes.get('value')
  const moved = value === undefined ? null : movedStamp(value, copying)
  if (value !== undefined) return moved === null ? null : only({ value: moved })
  const times = { low: timeOf, high: timeOf, center: timeOf, phase: timeOf, comp: timeOf }
  const lengths = { width: quantityOf, period: quantityOf, offset: quantityOf }
  return filled(partsOf(element, { ...times, ...lengths, event: eventOf }, copying))
}

export const flagOf: Keeper = ({ attributes }) => {
  const value = attributes.get('value') ?? ''
  return value === 'true' || value === 'false' ? only({ value }) : null
}

const VALUES: Readonly<Record<string, Keeper>> = {
  ...Object.fromEntries(['CD', 'CE', 'CV', 'CO'].map((type) => [type, codeOf])),
  ...Object.fromEntries(['PQ', 'IVL_PQ', 'RTO', 'RTO_PQ_PQ'].map((type) => [type, quantityOf])),
  ...Object.fromEntries(['INT', 'REAL', 'IVL_INT', 'IVL_REAL'].map((type) => [type, numberOf])),
  ...Object.fromEntries(['TS', 'IVL_TS', 'PIVL_TS', 'EIVL_TS'].map((type) => [type, timeOf])),
  BL: flagOf,
  ST: textOf,
  ED: textOf,
}

/** A value by the type that it says it has; names, addresses, pictures and numbers of people are masked. */
export function observedOf(element: Element, tag: string, copying: CdaCopying): Written {
  const type = typeOf(element)
  if ((type === 'PQ' || type === 'IVL_PQ') && isOld(element)) {
    const low = { tag: 'low', ...only({ value: `${OLDEST}`, unit: 'a' }) }
    return { tag, attributes: { 'xsi:type': 'IVL_PQ' }, children: [low] }
  }
  const keeper = type !== null && Object.hasOwn(VALUES, type) ? VALUES[type]! : () => null
  const kept = writtenOf(element, tag, keeper, copying)
  return type === null ? { ...kept, attributes: { 'xsi:type': 'ST', ...kept.attributes } } : kept
}

/** Whether it, or where it begins, is an age that is told as one. */
const isOld = (element: Element): boolean =>
  [element, ...elementsIn(element).filter((child) => tagOf(child) === 'low')].some(({ attributes }) =>
    isOldest(Number(attributes.get('value')), attributes.get('unit') ?? ''),
  )
