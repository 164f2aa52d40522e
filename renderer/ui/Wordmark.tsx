import { Logo } from './Logo.tsx'
import css from './Wordmark.module.css'

/** Mark and name; `name` is a brand and is not translated. */
export function Wordmark() {
  return (
    <span className={css.root}>
      <Logo />
      <span className={css.name}>Medical-Chain</span>
    </span>
  )
}
