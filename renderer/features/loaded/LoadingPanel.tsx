import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/Panel.tsx'
import { RowsLoading } from '../../ui/RowsLoading.tsx'

/** Rows on their way, where a list or a page's content will stand. */
export function LoadingPanel() {
  const { t } = useTranslation('common')
  return (
    <Panel flush>
      <RowsLoading label={t('loading')} />
    </Panel>
  )
}
