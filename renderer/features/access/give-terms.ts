import { endOfDay } from '../../lib/format.ts'

export const SPANS = ['visit', 'month', 'year', 'date'] as const
export type Span = (typeof SPANS)[number]

/** What a patient chooses before signing. */
export type Terms = { readonly mayAdd: boolean; readonly span: Span; readonly date: string }

export const FIRST_TERMS: Terms = { mayAdd: false, span: 'month', date: '' }

const DAYS = { visit: 0, month: 30, year: 365 } as const

/** The last second of the chosen day; null while no day is chosen, or one that has passed. */
export function untilOf({ span, date }: Terms, now = new Date()): number | null {
  if (span !== 'date') return endOfDay(now, DAYS[span])
  if (date === '') return null
  const until = endOfDay(new Date(`${date}T12:00:00`))
  return until * 1000 > now.getTime() ? until : null
}
