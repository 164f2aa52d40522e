/** A confusion matrix as a picture: a row a truth, a column an answer; the darker, the more of that row. */
const CELL = 22
const LEFT = 190
const TOP = 190
const PAPER = '#ffffff'
const INK = '#1f2933'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** From paper to a deep teal; mistakes in red, so that few of them are seen too. */
function colour(share: number, right: boolean): string {
  if (share === 0) return '#f4f6f7'
  const [red, green, blue] = right ? [15, 98, 96] : [178, 42, 42]
  const mix = (to: number): number => Math.round(255 + (to - 255) * (0.25 + 0.75 * share))
  return `rgb(${mix(red)},${mix(green)},${mix(blue)})`
}

export function confusionSvg(rows: readonly (readonly number[])[], names: readonly string[]): string {
  const width = LEFT + names.length * CELL + 16
  const height = TOP + names.length * CELL + 16
  const cells = rows.flatMap((row, truth) => {
    const all = row.reduce((sum, count) => sum + count, 0)
    return row.map((count, said) => {
      const [x, y] = [LEFT + said * CELL, TOP + truth * CELL]
      const share = count / all
      const right = truth === said
      const number =
        count === 0
          ? ''
          : `<text x="${x + CELL / 2}" y="${y + 15}" text-anchor="middle" fill="${share > 0.45 ? PAPER : INK}">${count}</text>`
      return `<rect x="${x}" y="${y}" width="${CELL - 1}" height="${CELL - 1}" fill="${colour(share, right)}"/>${number}`
    })
  })
  const labels = names.flatMap((name, at) => {
    const middle = at * CELL + CELL / 2
    return [
      `<text x="${LEFT - 8}" y="${TOP + middle + 4}" text-anchor="end" fill="${INK}">${escaped(name)}</text>`,
      `<text transform="translate(${LEFT + middle + 4},${TOP - 8}) rotate(-90)" fill="${INK}">${escaped(name)}</text>`,
    ]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>Confusion matrix: a row for each true specialty, a column for each answer</title>
<rect width="${width}" height="${height}" fill="${PAPER}"/>
<g font-family="IBM Plex Sans, Helvetica, Arial, sans-serif" font-size="11">
${[...labels, ...cells].join('\n')}
</g>
</svg>
`
}
