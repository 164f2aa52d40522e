/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

type Cell = string | number | null

/** A cell that no spreadsheet computes, quoted where it must be (RFC 4180 §2). */
function cellOf(value: Cell): string {
  const text = String(value ?? '')
  // Numbers are ours; a text that begins like a formula may be somebody else's.
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as comma-separated values (RFC 4180), UTF-8 with a byte order mark, which Excel asks for. */
export const csvOf = (rows: readonly (readonly Cell[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`)
