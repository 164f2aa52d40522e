import type { ReactNode } from 'react'
import css from './Facts.module.css'

type Props = { readonly rows: readonly (readonly [label: string, value: ReactNode])[] }

/** Names and values in two columns. */
export function Facts({ rows }: Props) {
  return (
    <dl className={css.root}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
