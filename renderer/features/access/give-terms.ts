import { endOfDay } from '../../lib/format.ts'

export const SPANS = ['visit', 'month', 'year', 'date'] as const
export type Span = (typeof SPANS)[number]

/** Until when. */
export type Term = { readonly span: Span; readonly date: string }

/** What a patient chooses before signing. */
export type Terms = Term & {
  /** Keys of the folders beside the profile. */
  readonly folders: readonly string[]
  readonly mayAdd: boolean
}

export const FIRST_TERM: Term = { span: 'month', date: '' }

/** @param folders what is proposed: what they may read already, else what their specialties need */
export const firstTerms = (folders: readonly string[]): Terms => ({
  folders,
  mayAdd: false,
  ...FIRST_TERM,
})

const DAYS = { visit: 0, month: 30, year: 365 } as const

/** The last second of the chosen day; null while no day is chosen, or one that has passed. */
export function untilOf({ span, date }: Term, now = new Date()): number | null {
  if (span !== 'date') return endOfDay(now, DAYS[span])
  if (date === '') return null
  const until = endOfDay(new Date(`${date}T12:00:00`))
  return until * 1000 > now.getTime() ? until : null
}
