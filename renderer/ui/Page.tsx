import type { ReactNode } from 'react'
import css from './Page.module.css'

/** A page's padding inside the shell. */
export function Page({ children }: { readonly children: ReactNode }) {
  return <div className={css.root}>{children}</div>
}
