import type { ReactNode } from 'react'
import css from './Sentence.module.css'

type Props = { readonly children: ReactNode; readonly size?: 'hero' | 'sign' | 'receipt' }

/** The signing voice: what a person signs, or will sign. Nothing else is set in serif. */
export function Sentence({ children, size = 'sign' }: Props) {
  return (
    <p className={css.root} data-size={size}>
      {children}
    </p>
  )
}

/** A blank of the sentence, filled in ink. */
export function Blank({ children }: { readonly children?: ReactNode }) {
  return <span className={css.blank}>{children}</span>
}
