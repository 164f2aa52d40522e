import css from './Knot.module.css'

export type KnotKind = 'filled' | 'part' | 'hollow' | 'dashed' | 'ended'

/** A knot on the thread. Filled: recorded. Part: of some only. Hollow: waiting or past. Dashed: to sign. The word beside it says the same. */
export function Knot({ kind = 'filled' }: { readonly kind?: KnotKind }) {
  return <span className={css.root} data-kind={kind} aria-hidden="true" />
}
