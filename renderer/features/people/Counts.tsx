import css from './Register.module.css'

/** A few large numbers side by side. */
export function Counts({ rows }: { readonly rows: readonly (readonly [label: string, count: string])[] }) {
  return (
    <dl className={css.counts}>
      {rows.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
