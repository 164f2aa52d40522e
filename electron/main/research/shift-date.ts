const DAY_MS = 86_400_000
/** FHIR's date, dateTime and instant: year, month, day, time with fractions of a second, zone. */
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?)?)?)?$/
/** The same of HL7 v2 and v3. */
const STAMP = /^(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(\.\d{1,4})?)?)?)?)?)?([+-]\d{4})?$/

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
  if (day === undefined) return moved(`${year}-${month}-15`, days)?.slice(0, 7) ?? null
  if (time === undefined) return moved(`${year}-${month}-${day}`, days)?.slice(0, 10) ?? null
  const said = moved(`${text}${zone === undefined ? 'Z' : ''}`, days)
  return time.includes('.') ? said : (said?.replace(/\.\d+Z$/, 'Z') ?? null)
}

/**
 * As `shiftDate`, of a time stamp of HL7 v2 or v3. One without a zone stays without, as it is its clinic's own time; a zone
 * without a time goes.
 * @see HL7 v2.8.2 chapter 2A, DTM; HL7 v3 Data Types R1, TS
 */
export function shiftStamp(text: string, days: number): string | null {
  const [, year, month, day, hour, minute, second, fraction = '', zone] = STAMP.exec(text) ?? []
  if (year === undefined) return null
  if (month === undefined) return year
  const on = `${year}-${month}-${day ?? '15'}`
  const at = `T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}`
  const inZone = hour === undefined || zone === undefined ? 'Z' : zone.replace(/\d\d$/, ':$&')
  const said = moved(`${on}${at}${inZone}`, days)?.replace(/\D/g, '')
  if (said === undefined) return null
  if (hour === undefined) return said.slice(0, day === undefined ? 6 : 8)
  // Zones differ by minutes too, so an hour alone would be another one.
  const exact = second !== undefined ? 14 : minute !== undefined || inZone !== 'Z' ? 12 : 10
  return `${said.slice(0, exact)}${fraction}${zone === undefined ? '' : '+0000'}`
}

/** An ISO date some days on, in UTC. Null for what is no date. */
function moved(iso: string, days: number): string | null {
  const at = Date.parse(iso)
  return Number.isNaN(at) ? null : new Date(at + days * DAY_MS).toISOString()
}

/** Whole years from a date to a day (`YYYY-MM-DD`); a month or a day that isn't said counts as the first. */
export function yearsBetween(date: string, day: string): number {
  const [from, to] = [`${date}-01-01`.slice(0, 10), day]
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
}
