const LOCALE = 'en-GB'

const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })
const longDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' })
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' })
const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric' })
const count = new Intl.NumberFormat(LOCALE)
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 })
const precise = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 })

const NBSP = '\u00a0'
/** Dates, names and units stay on one line. */
const unbroken = (text: string): string => text.replaceAll(' ', NBSP)

const at = (seconds: number): Date => new Date(seconds * 1000)

export const formatDay = (seconds: number): string => unbroken(day.format(at(seconds)))
export const formatLongDay = (seconds: number): string => unbroken(longDay.format(at(seconds)))
export const formatTime = (seconds: number): string => clock.format(at(seconds))
export const formatMoment = (seconds: number): string => `${formatDay(seconds)}, ${formatTime(seconds)}`
export const formatMonth = (seconds: number): string => unbroken(month.format(at(seconds)))
export const dayOfMonth = (seconds: number): number => at(seconds).getDate()
/** A birth date, `YYYY-MM-DD`, which has no time zone. */
export const formatBirthDate = (date: string): string => formatDay(Date.parse(`${date}T12:00:00`) / 1000)
export const formatCount = (number: number): string => count.format(number)

const coins = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 6 })

/** The chain's currency counts 18 places; for screens, a double holds enough of them. */
export const coinsOf = (smallestUnits: string): number => Number(smallestUnits) / 1e18
export const formatCoins = (smallestUnits: string): string => coins.format(coinsOf(smallestUnits))
/** To six places. */
export const smallestUnitsOf = (amount: number): string =>
  (BigInt(Math.round(amount * 1e6)) * 10n ** 12n).toString()

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** Decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  return `${precise.format(bytes / 1000 ** power)}${NBSP}${UNITS[power]}`
}

/** Age in whole years on a given day. */
export function ageAt(birthDate: string, now: Date): number {
  const born = new Date(`${birthDate}T12:00:00`)
  const had =
    now.getMonth() > born.getMonth() ||
    (now.getMonth() === born.getMonth() && now.getDate() >= born.getDate())
  return now.getFullYear() - born.getFullYear() - (had ? 0 : 1)
}

/** Four characters at each end; the full address is its title. */
export const shortAddress = (address: string): string => `${address.slice(0, 6)} … ${address.slice(-4)}`

/** Two letters for a round picture. */
export const initialsOf = (name: string): string =>
  name
    .replace(/^0x.*/, '0 x')
    .replace(/^Dr\.?\s+/i, '')
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** The last second that the contract can name: a right without an end. */
export const NO_END = 2 ** 40 - 1

/** Midnight at the end of a day, in this computer's time zone. */
export function endOfDay(from: Date, days = 0): number {
  const end = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 23, 59, 59)
  return Math.floor(end.getTime() / 1000)
}

/** Whole days until a moment; the day of the moment itself counts 0. */
export const daysUntil = (seconds: number, now = Date.now()): number =>
  Math.round((endOfDay(at(seconds)) - endOfDay(new Date(now))) / 86_400)

const SPANS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** "4 hours", "1 hour 30 minutes"; less than a minute is none. */
export function formatSpan(seconds: number): string {
  let rest = seconds
  const parts = SPANS.flatMap(([unit, length]) => {
    const value = Math.floor(rest / length)
    rest -= value * length
    if (value === 0 && !(unit === 'minute' && seconds < 60)) return []
    return [new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'long' }).format(value)]
  })
  return unbroken(parts.join(' '))
}

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' })

/** "4 seconds ago", "yesterday"; older things have a day. */
export function formatAgo(seconds: number, now = Date.now()): string {
  const past = seconds - now / 1000
  if (past > -60) return relative.format(Math.min(0, Math.round(past)), 'second')
  if (past > -3600) return relative.format(Math.round(past / 60), 'minute')
  if (past > -86_400) return relative.format(Math.round(past / 3600), 'hour')
  return formatDay(seconds)
}

/** A moment of today has only its time. */
export const formatRecent = (seconds: number, today: string, now = Date.now()): string =>
  endOfDay(at(seconds)) === endOfDay(new Date(now))
    ? `${today}${NBSP}${formatTime(seconds)}`
    : formatMoment(seconds)

/** One after the other, with the language's own "and". */
export const inWords = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items)

const rough = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 })

/** "38 ms", "1.4 s", "2.1 min". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}${NBSP}ms`
  const seconds = milliseconds / 1000
  return seconds < 100 ? `${precise.format(seconds)}${NBSP}s` : `${precise.format(seconds / 60)}${NBSP}min`
}

/** To three figures, for what is measured or worked out; very small ones as powers of ten. */
export const formatRough = (number: number): string =>
  number !== 0 && Math.abs(number) < 1e-4
    ? number.toExponential(1).replace(/e-(\d+)$/, (_, power: string) => ` × 10⁻${superscript(power)}`)
    : rough.format(number)

const HASHES = ['H', 'kH', 'MH', 'GH', 'TH', 'PH', 'EH', 'ZH'] as const

/** Hashes a second, by the names that miners use. */
export function formatHashRate(hashes: number): string {
  const power = hashes < 1000 ? 0 : Math.min(HASHES.length - 1, Math.floor(Math.log10(hashes) / 3))
  return `${rough.format(hashes / 1000 ** power)}${NBSP}${HASHES[power]}/s`
}

const superscript = (digits: string): string => digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)

/** A share from 0 to 1. */
export const formatPercent = (share: number): string => percent.format(share)
