import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/Empty.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RecordList } from './RecordList.tsx'

type Props = ComponentProps<typeof RecordList> & {
  /** What is said where there are none. */
  readonly none: string
}

/** A patient's records that somebody else may read, or that there are none. */
export function ReadableRecords({ none, ...props }: Props) {
  const { t } = useTranslation('screens')
  if (props.records.length > 0) return <RecordList {...props} />
  return (
    <Panel label={t('records.list')}>
      <Empty title={none} compact />
    </Panel>
  )
}
