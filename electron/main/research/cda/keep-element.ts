import type { Written } from '../../formats/write-xml.ts'
import type { Element } from '../../formats/xml.ts'
import {
  codeOf,
  flagOf,
  type Keeper,
  MASKED,
  numberOf,
  observedOf,
  only,
  quantityOf,
  textOf,
  timeOf,
  writtenOf,
} from './keep-value.ts'
import type { Elements, Kind } from './kept-elements.ts'
import { narrativeOf } from './narrative.ts'
import { type CdaCopying, elementsIn, structureOf, tagOf } from './structure.ts'

/** Templates of HL7 and IHE; others are a site's own. */
const TEMPLATE = /^(?:2\.16\.840\.1\.113883\.10\.|1\.3\.6\.1\.4\.1\.19376\.)[\d.]{1,40}$/
const DAY = /^\d{4}-\d\d-\d\d$/
const STATUSES = new Set(
  'aborted active cancelled completed held new normal nullified obsolete suspended'.split(' '),
)
/** Kinds of participation in an entry of which the material is told: what acts (CSM), and what is used (DEV). */
const PARTICIPANTS = new Set(['CSM', 'DEV'])

const idKept: Keeper = ({ attributes }, { idOf }) => {
  const [root, extension = ''] = [attributes.get('root'), attributes.get('extension')]
  return root === undefined ? null : only({ root: idOf(`${root} ${extension}`) })
}

const statusOf: Keeper = ({ attributes }) => {
  const code = attributes.get('code') ?? ''
  return STATUSES.has(code) ? only({ code }) : null
}

/** A language; where it is spoken so is a place. */
const languageOf: Keeper = ({ attributes }) => {
  const [code = ''] = (attributes.get('code') ?? '').split('-')
  return /^[a-z]{2,3}$/.test(code) ? only({ code }) : null
}

const VALUES: Readonly<Record<Exclude<Kind, 'template' | 'value' | 'narrative' | 'masked'>, Keeper>> = {
  id: idKept,
  code: codeOf,
  status: statusOf,
  language: languageOf,
  flag: flagOf,
  number: numberOf,
  time: timeOf,
  quantity: quantityOf,
  text: textOf,
}

/** What is left of an element of elements: those that are listed, each as its kind allows. Null when nothing is. */
export function keepElements(
  source: Element,
  tag: string,
  elements: Elements,
  copying: CdaCopying,
): Written | null {
  const children = elementsIn(source).flatMap((child): Written[] => {
    const name = tagOf(child)
    if (name === null || !Object.hasOwn(elements, name)) return []
    if (name === 'participant' && !PARTICIPANTS.has(child.attributes.get('typeCode') ?? '')) return []
    const kept = keep(child, name, elements[name]!, copying)
    return kept === null ? [] : [kept]
  })
  return children.length === 0 ? null : { tag, attributes: structureOf(source), children }
}

function keep(element: Element, tag: string, kind: Elements[string], copying: CdaCopying): Written | null {
  if (typeof kind === 'function') return keepElements(element, tag, kind(), copying)
  if (kind === 'template') return templateOf(element, tag)
  if (kind === 'value') return observedOf(element, tag, copying)
  // The schema lets a text say nothing of what it lacks.
  if (kind === 'narrative') return copying.keepsText ? narrativeOf(element, tag, copying) : null
  if (kind === 'masked') return { tag, ...only(MASKED) }
  return writtenOf(element, tag, VALUES[kind], copying)
}

function templateOf({ attributes }: Element, tag: string): Written | null {
  const [root = '', extension = ''] = [attributes.get('root'), attributes.get('extension')]
  if (!TEMPLATE.test(root)) return null
  return { tag, ...only({ root, ...(DAY.test(extension) ? { extension } : {}) }) }
}
