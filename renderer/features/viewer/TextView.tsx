import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { contentUrl } from './content.ts'
import type { ViewProps } from './RecordViewer.tsx'
import css from './TextView.module.css'
import { ViewerFrame } from './ViewerFrame.tsx'

/** More than this is no letter; the beginning is enough to see what it is. */
const SHOWN = 2_000_000

/** A plain text record. */
export function TextView({ record, head }: ViewProps) {
  const { t } = useTranslation('screens')
  const { data: text, isError } = useQuery({
    queryKey: ['content', record.ticket],
    queryFn: async () => (await (await fetch(contentUrl(record.ticket))).text()).slice(0, SHOWN),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <ViewerFrame head={head}>
      <ScrollRegion label={t('viewer.document')} className={css.scroll}>
        <div className={css.page}>
          {isError && <p role="alert">{t('viewer.broken')}</p>}
          {text === undefined ? <Skeleton height={320} /> : <pre>{text}</pre>}
        </div>
      </ScrollRegion>
    </ViewerFrame>
  )
}
