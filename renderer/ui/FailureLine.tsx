import { IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FailureWords } from './FailureCard.tsx'
import css from './FailureLine.module.css'

/** What a person decided themselves is told as calmly as it was decided. */
const CALM = new Set(['E_CONFIRM_DECLINED', 'E_WALLET_REJECTED', 'E_CANCELLED'])

/** A refusal beside the control that met it. */
export function FailureLine({
  words,
  action,
}: {
  readonly words: FailureWords
  readonly action?: ReactNode
}) {
  const calm = CALM.has(words.code)
  const Shown = calm ? IconInfoCircle : IconCircleX
  return (
    <div className={css.root} role={calm ? 'status' : 'alert'} data-calm={calm || undefined}>
      <Shown size={17} stroke={1.7} aria-hidden="true" />
      <div className={css.words}>
        <strong>{words.title}</strong> {words.body}
        {!calm && <code className={css.code}>{words.code}</code>}
      </div>
      {action}
    </div>
  )
}
