const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const pad = (number: number): string => String(number).padStart(2, '0')

/** Reads a day as people type it: `1981-05-12`, `12 May 1981`, `12.5.1981` or `12/5/1981`. Null when it is none. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  const day = /^(\d{1,2})[\s./-]+([a-z]+|\d{1,2})\.?[\s./-]+(\d{4})$/i.exec(text.trim())
  if (iso !== null) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (day === null) return null
  const word = day[2]!.toLowerCase()
  const month = /^\d/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3)) + 1
  return valid(Number(day[3]), month, Number(day[1]))
}

function valid(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && year >= 1900 && year < 2200 ? `${year}-${pad(month)}-${pad(day)}` : null
}
