import { useTranslation } from 'react-i18next'
import type { RemovePreview } from '../../../electron/main/domain/right.ts'
import { formatRecent } from '../../lib/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Thread, ThreadItem } from '../../ui/Thread.tsx'
import css from './RemovePreviewPanel.module.css'

/** What a removal can't undo, as large as what it promises. */
export function CantBeUndone({ preview, name }: { readonly preview: RemovePreview; readonly name: string }) {
  const { t } = useTranslation(['screens', 'common'])
  const { opened } = preview
  return (
    <Panel title={t('remove.undone')}>
      <p className={css.text}>{t('remove.opened', { name, count: opened.length })}</p>
      {opened.length > 0 && (
        <Thread label={t('remove.openedList')}>
          {opened.map(({ recordId, title, at, times }) => (
            <ThreadItem key={recordId} knot="hollow">
              <span className={css.row}>
                <span>{title ?? t('records.closed')}</span>
                <span className="tiny dim nowrap">
                  {formatRecent(at, t('common:today'))}
                  {times > 1 && `, ${t('remove.times', { count: times })}`}
                </span>
              </span>
            </ThreadItem>
          ))}
        </Thread>
      )}
    </Panel>
  )
}
