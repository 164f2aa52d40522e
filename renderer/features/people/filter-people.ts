import type { PersonView } from '../../../electron/main/domain/person.ts'

export type PeopleFilter = {
  readonly text: string
  readonly role: string | null
  readonly state: string | null
}

export const PEOPLE_STATES = [
  'active',
  'no-key',
  'code',
  'old-code',
  'void-code',
  'suspended',
  'ended',
] as const
export type PersonState = (typeof PEOPLE_STATES)[number]

const CODE_STATES = { waiting: 'code', old: 'old-code', void: 'void-code' } as const

/** How a person stands, as one word. */
export function stateOf({ active, suspended, hasKey, code }: PersonView): PersonState {
  if (code !== null) return CODE_STATES[code]
  if (suspended) return 'suspended'
  if (!active) return 'ended'
  return hasKey ? 'active' : 'no-key'
}

export function filterPeople(
  people: readonly PersonView[],
  { text, role, state }: PeopleFilter,
): PersonView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return people.filter((person) => {
    const about =
      `${person.name ?? ''} ${person.email ?? ''} ${person.licence ?? ''} ${person.address}`.toLowerCase()
    return (
      words.every((word) => about.includes(word)) &&
      (role === null || person.roles.some((one) => one === role)) &&
      (state === null || stateOf(person) === state)
    )
  })
}
