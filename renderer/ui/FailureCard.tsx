import { Button } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { CopyText } from './CopyText.tsx'
import css from './FailureCard.module.css'

/** What happened, what was not lost, one action, and the code. */
export type FailureWords = {
  readonly title: string
  readonly body: string
  readonly action: string
  readonly code: string
  readonly details: string
}

type Props = {
  readonly words: FailureWords
  readonly onAction: () => void
  /** The action is under way. */
  readonly pending?: boolean
  readonly copyLabel: string
  readonly copiedLabel: string
  readonly note?: ReactNode
  /** Stands before the code, for example which check failed. */
  readonly lead?: string
  /** A second way on, beside the first. */
  readonly other?: ReactNode
}

/** A page's own refusal, as calm as its successes. */
export function FailureCard(props: Props) {
  const { words, onAction, pending = false, copyLabel, copiedLabel, note, lead, other } = props
  return (
    <div className={css.root} role="alert">
      <div className={css.main}>
        <IconShieldX size={26} stroke={1.6} className={css.icon} aria-hidden="true" />
        <div>
          <h2>{words.title}</h2>
          <p className={css.body}>{words.body}</p>
          {note !== undefined && (
            <p className={css.note}>
              <IconShieldCheck size={16} stroke={1.6} aria-hidden="true" />
              <span>{note}</span>
            </p>
          )}
          <div className={css.ways}>
            <Button onClick={onAction} loading={pending}>
              {words.action}
            </Button>
            {other}
          </div>
        </div>
      </div>
      <div className={css.foot}>
        <span>
          {lead} <code className="mono">{words.code}</code>
        </span>
        <CopyText text={words.details} label={copyLabel} done={copiedLabel} />
      </div>
    </div>
  )
}
