import { IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FailureWords } from './FailureCard.tsx'
import css from './FailureLine.module.css'

/** A refusal beside the control that met it. */
export function FailureLine({
  words,
  action,
}: {
  readonly words: FailureWords
  readonly action?: ReactNode
}) {
  return (
    <div className={css.root} role="alert">
      <IconCircleX size={17} stroke={1.7} aria-hidden="true" />
      <div className={css.words}>
        <strong>{words.title}</strong> {words.body}
        <code className={css.code}>{words.code}</code>
      </div>
      {action}
    </div>
  )
}
