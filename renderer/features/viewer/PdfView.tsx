import 'pdfjs-dist/web/pdf_viewer.css'
import { Skeleton } from '@mantine/core'
import {
  IconArrowAutofitWidth,
  IconChevronDown,
  IconChevronUp,
  IconFileSearch,
  IconMinus,
  IconPlus,
  IconRotateClockwise,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindBar } from './FindBar.tsx'
import css from './PdfView.module.css'
import type { ViewProps } from './RecordViewer.tsx'
import { ToolButton } from './ToolButton.tsx'
import { usePdf } from './use-pdf.ts'
import frame from './ViewerFrame.module.css'
import { ViewerFrame } from './ViewerFrame.tsx'

/** A PDF record: pages, zoom, turn, find. */
export function PdfView({ record, head }: ViewProps) {
  const { t } = useTranslation('screens')
  const container = useRef<HTMLDivElement>(null)
  const pdf = usePdf(container, record.ticket, record.byteLength)
  const [finding, setFinding] = useState(false)
  const { page, pages, scale } = pdf.state
  const endFind = (): void => {
    pdf.endFind()
    setFinding(false)
  }
  const tools = (
    <>
      <ToolButton
        label={t('viewer.before')}
        icon={IconChevronUp}
        onClick={() => pdf.go(page - 1)}
        disabled={page <= 1}
      />
      <span className={frame.pages} aria-live="polite">
        {pages > 0 && t('viewer.page', { page, pages })}
      </span>
      <ToolButton
        label={t('viewer.after')}
        icon={IconChevronDown}
        onClick={() => pdf.go(page + 1)}
        disabled={page >= pages}
      />
      <span className={frame.rule} />
      <ToolButton label={t('viewer.smaller')} icon={IconMinus} onClick={() => pdf.zoom(1 / 1.2)} />
      <span className={frame.pages}>{t('viewer.zoom', { percent: Math.round(scale * 100) })}</span>
      <ToolButton label={t('viewer.larger')} icon={IconPlus} onClick={() => pdf.zoom(1.2)} />
      <ToolButton label={t('viewer.fitWidth')} icon={IconArrowAutofitWidth} onClick={pdf.fit} />
      <ToolButton label={t('viewer.turn')} icon={IconRotateClockwise} onClick={pdf.rotate} />
      <ToolButton
        label={t('viewer.find')}
        icon={IconFileSearch}
        onClick={() => (finding ? endFind() : setFinding(true))}
        pressed={finding}
      />
    </>
  )
  return (
    <ViewerFrame
      head={head}
      tools={tools}
      below={finding && <FindBar matches={pdf.state.matches} onFind={pdf.find} onClose={endFind} />}
    >
      {/* biome-ignore-start lint/a11y: pdf.js insists on a div; it scrolls, so it needs a name and the keyboard */}
      <div
        ref={container}
        className={css.container}
        role="region"
        aria-label={t('viewer.document')}
        tabIndex={0}
      >
        <div className="pdfViewer" />
      </div>
      {/* biome-ignore-end lint/a11y: pdf.js insists on a div; it scrolls, so it needs a name and the keyboard */}
      {pages === 0 && !pdf.state.failed && (
        <div className={css.wait} role="status" aria-label={t('viewer.loading')}>
          <Skeleton height={620} width={560} radius="xs" />
        </div>
      )}
      {pdf.state.failed && (
        <p className={css.failed} role="alert">
          {t('viewer.broken')}
        </p>
      )}
    </ViewerFrame>
  )
}
