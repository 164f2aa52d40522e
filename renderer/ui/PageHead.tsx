import { type ReactNode, useEffect, useRef } from 'react'
import css from './PageHead.module.css'

type Props = {
  readonly title: string
  /** What the window is called; names of patients stay out of it. */
  readonly windowTitle?: string
  readonly note?: ReactNode
  readonly actions?: ReactNode
}

/** Keeps the place of a note that is not known yet. */
export const NOTE_TO_COME = '\u00a0'

/** A page's one heading. It takes the focus when the page opens, and names the window. */
export function PageHead({ title, windowTitle, note, actions }: Props) {
  const heading = usePageFocus(windowTitle ?? title)
  return (
    <header className={css.root}>
      <div className={css.words}>
        <h1 ref={heading} tabIndex={-1} data-private={windowTitle !== undefined || undefined}>
          {title}
        </h1>
        {note !== undefined && (
          <p className={css.note} data-private={windowTitle !== undefined || undefined}>
            {note}
          </p>
        )}
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </header>
  )
}

/** Names the window, and moves the focus to the page's heading once. */
export function usePageFocus(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Medical-Chain`
  }, [title])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return heading
}
