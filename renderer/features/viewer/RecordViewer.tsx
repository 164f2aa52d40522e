import { lazy, type ReactNode, Suspense } from 'react'
import type { OpenedRecord } from '../../../electron/main/domain/record.ts'
import { ImageView } from './ImageView.tsx'
import { TextView } from './TextView.tsx'
import { ViewerFrame } from './ViewerFrame.tsx'

export type ViewProps = { readonly record: OpenedRecord; readonly head: ReactNode }

const PdfView = lazy(() => import('./PdfView.tsx').then(({ PdfView: View }) => ({ default: View })))

/** Shows an opened record as what it is. */
export function RecordViewer(props: ViewProps) {
  if (props.record.mediaType.startsWith('image/')) return <ImageView {...props} />
  if (props.record.mediaType !== 'application/pdf') return <TextView {...props} />
  return (
    <Suspense fallback={<ViewerFrame head={props.head}>{null}</ViewerFrame>}>
      <PdfView {...props} />
    </Suspense>
  )
}
