import type { PersonView } from '../../../electron/main/domain/person.ts'

export type PeopleFilter = {
  readonly text: string
  readonly role: string | null
  readonly state: string | null
}

/** How a person stands, as one word. */
export const stateOf = ({ active, hasKey }: PersonView): 'active' | 'no-key' | 'suspended' =>
  active ? (hasKey ? 'active' : 'no-key') : 'suspended'

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
