import type { Element } from '../../formats/xml.ts'
import { elementsIn, tagOf } from './structure.ts'

/** Who has a person's name; what else has one is a place, an organisation or a material. */
const PERSONS = new Set([
  'patient',
  'guardianPerson',
  'assignedPerson',
  'associatedPerson',
  'relatedPerson',
  'maintainingPerson',
  'informationRecipient',
  'subject',
])
/** What a name is known by; titles and degrees are words like others. */
const PARTS = new Set(['family', 'given'])

const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join(' ')

/** The names of everybody in it. @see HL7 v3 Data Types R1, PN */
export const namedIn = (element: Element): string[] =>
  elementsIn(element).flatMap((child) => {
    const tag = tagOf(child)
    if (tag !== 'name') return namedIn(child)
    const parts = elementsIn(child).filter((part) => PARTS.has(tagOf(part) ?? ''))
    if (parts.length > 0) return parts.map(textOf)
    return PERSONS.has(tagOf(element) ?? '') ? [textOf(child)] : []
  })
