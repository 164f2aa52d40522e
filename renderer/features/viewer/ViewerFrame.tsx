import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './ViewerFrame.module.css'

type Props = {
  /** The record's title and whose it is. */
  readonly head: ReactNode
  readonly tools?: ReactNode
  readonly below?: ReactNode
  readonly children: ReactNode
}

/** Title and tools over the page that is shown. */
export function ViewerFrame({ head, tools, below, children }: Props) {
  const { t } = useTranslation('screens')
  return (
    <div className={css.root}>
      <div className={css.bar}>
        <div className={css.head}>{head}</div>
        {tools !== undefined && (
          <div className={css.tools} role="toolbar" aria-label={t('viewer.tools')}>
            {tools}
          </div>
        )}
      </div>
      {below}
      <div className={css.content}>{children}</div>
    </div>
  )
}
