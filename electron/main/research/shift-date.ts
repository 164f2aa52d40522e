const DAY_MS = 86_400_000
/** FHIR's date, dateTime and instant: year, month, day, time with fractions of a second, zone. */
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?)?)?)?$/

/**
 * The same date some days on, as exactly as it was said. A year alone stays; a month is moved from its middle, so to the
 * nearest one; a time keeps its distance to every other one and is told in UTC, since a zone is a place.
 * @returns null when it is no date of FHIR's
 * @see https://hl7.org/fhir/R4/datatypes.html#dateTime
 */
export function shiftDate(text: string, days: number): string | null {
  const [, year, month, day, time, zone] = DATE.exec(text) ?? []
  if (year === undefined) return null
  if (month === undefined) return year
  const moved = (iso: string): string | null => {
    const at = Date.parse(iso)
    return Number.isNaN(at) ? null : new Date(at + days * DAY_MS).toISOString()
  }
  if (day === undefined) return moved(`${year}-${month}-15`)?.slice(0, 7) ?? null
  if (time === undefined) return moved(`${year}-${month}-${day}`)?.slice(0, 10) ?? null
  const said = moved(`${text}${zone === undefined ? 'Z' : ''}`)
  return time.includes('.') ? said : (said?.replace(/\.\d+Z$/, 'Z') ?? null)
}

/** Whole years from a date to a day (`YYYY-MM-DD`); a month or a day that isn't said counts as the first. */
export function yearsBetween(date: string, day: string): number {
  const [from, to] = [`${date}-01-01`.slice(0, 10), day]
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
}
