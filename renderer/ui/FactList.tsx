import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './FactList.module.css'

export type Fact = {
  readonly icon: Icon
  readonly text: ReactNode
  readonly tone?: 'ok' | 'warn' | 'bad'
}

/** Facts beside a decision: who vouches, what it can't do, how to undo, who pays. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <ul className={css.root}>
      {facts.map(({ icon: Shown, text, tone }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
        <li key={index} data-tone={tone}>
          <Shown size={16} stroke={1.6} aria-hidden="true" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
