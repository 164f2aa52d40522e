import { IconArrowsMaximize, IconMinus, IconPlus, IconRotateClockwise } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contentUrl } from './content.ts'
import css from './ImageView.module.css'
import type { ViewProps } from './RecordViewer.tsx'
import { ToolButton } from './ToolButton.tsx'
import { usePanZoom } from './use-pan-zoom.ts'
import frame from './ViewerFrame.module.css'
import { ViewerFrame } from './ViewerFrame.tsx'

/** A picture record: zoom, fit, turn, and moving it with mouse or keys. */
export function ImageView({ record, head }: ViewProps) {
  const { t } = useTranslation('screens')
  const { view, zoom, fit, turn, handlers } = usePanZoom()
  const [loaded, setLoaded] = useState(false)
  const tools = (
    <>
      <ToolButton label={t('viewer.smaller')} icon={IconMinus} onClick={() => zoom(1 / 1.25)} />
      <span className={frame.pages}>{t('viewer.zoom', { percent: Math.round(view.scale * 100) })}</span>
      <ToolButton label={t('viewer.larger')} icon={IconPlus} onClick={() => zoom(1.25)} />
      <ToolButton label={t('viewer.fit')} icon={IconArrowsMaximize} onClick={fit} />
      <ToolButton label={t('viewer.turn')} icon={IconRotateClockwise} onClick={turn} />
    </>
  )
  return (
    <ViewerFrame head={head} tools={tools}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: moved with the arrow keys */}
      <section className={css.stage} tabIndex={0} aria-label={t('viewer.picture')} {...handlers}>
        <img
          src={contentUrl(record.ticket)}
          alt={record.title}
          draggable={false}
          data-loaded={loaded || undefined}
          onLoad={() => setLoaded(true)}
          style={{
            transform: `translate(${view.x}px, ${view.y}px) rotate(${view.turn}deg) scale(${view.scale})`,
          }}
        />
      </section>
    </ViewerFrame>
  )
}
