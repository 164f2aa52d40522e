import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../electron/main/domain/log.ts'
import { formatRecent } from '../../lib/format.ts'
import { Thread, ThreadItem } from '../../ui/Thread.tsx'
import css from './Log.module.css'
import { useTellLine } from './use-tell-line.ts'

/** The newest lines of the log, on the thread. */
export function LastLines({ lines, label }: { readonly lines: readonly LogLine[]; readonly label: string }) {
  const { t } = useTranslation('common')
  const tell = useTellLine()
  return (
    <Thread label={label}>
      {lines.map((line) => (
        <ThreadItem key={line.id}>
          <span className={css.line}>
            <span data-private>{tell(line)}</span>
            <time className={css.when} dateTime={new Date(line.at * 1000).toISOString()}>
              {formatRecent(line.at, t('today'))}
            </time>
          </span>
        </ThreadItem>
      ))}
    </Thread>
  )
}
