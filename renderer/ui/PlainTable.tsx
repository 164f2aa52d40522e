import type { ReactNode } from 'react'
import css from './PlainTable.module.css'
import { ScrollRegion } from './ScrollRegion.tsx'

type Props = {
  readonly label: string
  readonly head: readonly string[]
  /** The first cell names its row. */
  readonly rows: readonly (readonly [key: string, ...cells: ReactNode[]])[]
  /** Scrolls where it is long. */
  readonly limited?: boolean
}

/** A short table of figures. */
export function PlainTable({ label, head, rows, limited = false }: Props) {
  return (
    <ScrollRegion label={label} className={limited ? `${css.scroll} ${css.limited}` : css.scroll}>
      <table className={css.root} aria-label={label}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stand still
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
