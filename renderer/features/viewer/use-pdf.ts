// pdf.js first: its viewer looks for the library on `globalThis`.
import 'pdfjs-dist'
import {
  EventBus,
  LinkTarget,
  PDFFindController,
  PDFLinkService,
  PDFViewer,
} from 'pdfjs-dist/web/pdf_viewer.mjs'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { openPdf } from '../../lib/pdf.ts'
import { RecordTransport } from './pdf-source.ts'

const CHUNK = 1024 * 1024

export type Matches = { readonly current: number; readonly total: number }
export type PdfState = {
  readonly page: number
  readonly pages: number
  readonly scale: number
  readonly matches: Matches | null
  readonly failed: boolean
}

/** No larger than this to begin with: a page of a letter is not a poster. */
const FIRST_SCALE = 1.25
const MARGIN = 20

function fitWidth(viewer: PDFViewer, box: HTMLElement): void {
  viewer.currentScaleValue = 'page-width'
  viewer.currentScale *= (box.clientWidth - 2 * MARGIN) / box.clientWidth
}

const START: PdfState = { page: 1, pages: 0, scale: 1, matches: null, failed: false }

/** Shows a PDF record in a container. Answers what it shows, and how to move in it. */
export function usePdf(container: RefObject<HTMLDivElement | null>, ticket: string, byteLength: number) {
  const [state, setState] = useState(START)
  const parts = useRef<{ viewer: PDFViewer; bus: EventBus } | null>(null)

  useEffect(() => {
    const box = container.current
    if (box === null) return
    const change = (next: Partial<PdfState>): void => setState((before) => ({ ...before, ...next }))
    const bus = new EventBus()
    const linkService = new PDFLinkService({ eventBus: bus, externalLinkTarget: LinkTarget.BLANK })
    const findController = new PDFFindController({ eventBus: bus, linkService })
    const viewer = new PDFViewer({
      container: box,
      eventBus: bus,
      linkService,
      findController,
      annotationMode: 1,
      removePageBorders: true,
    })
    linkService.setViewer(viewer)
    parts.current = { viewer, bus }
    bus.on('pagesinit', () => {
      fitWidth(viewer, box)
      viewer.currentScale = Math.min(viewer.currentScale, FIRST_SCALE)
      change({ pages: viewer.pagesCount })
    })
    bus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => change({ page: pageNumber }))
    bus.on('scalechanging', ({ scale }: { scale: number }) => change({ scale }))
    const found = ({ matchesCount }: { matchesCount: Matches }): void => change({ matches: matchesCount })
    bus.on('updatefindmatchescount', found)
    bus.on('updatefindcontrolstate', found)

    const range = new RecordTransport(ticket, byteLength)
    const loading = openPdf({ range, rangeChunkSize: CHUNK, disableAutoFetch: true })
    void loading.promise.then(
      (document) => {
        viewer.setDocument(document)
        linkService.setDocument(document)
      },
      () => change({ failed: true }),
    )
    return () => {
      parts.current = null
      viewer.cleanup()
      void loading.destroy()
    }
  }, [container, ticket, byteLength])

  const withViewer = (act: (viewer: PDFViewer) => void): void => {
    if (parts.current !== null && state.pages > 0) act(parts.current.viewer)
  }
  return {
    state,
    go: (page: number) =>
      withViewer((viewer) => {
        viewer.currentPageNumber = Math.min(Math.max(1, page), viewer.pagesCount)
      }),
    zoom: (factor: number) =>
      withViewer((viewer) => {
        viewer.currentScale = Math.min(4, Math.max(0.25, viewer.currentScale * factor))
      }),
    fit: () =>
      withViewer((viewer) => {
        if (container.current !== null) fitWidth(viewer, container.current)
      }),
    rotate: () =>
      withViewer((viewer) => {
        viewer.pagesRotation = (viewer.pagesRotation + 90) % 360
      }),
    find: (query: string, again: boolean, back = false) =>
      parts.current?.bus.dispatch('find', {
        source: null,
        type: again ? 'again' : '',
        query,
        caseSensitive: false,
        entireWord: false,
        highlightAll: true,
        findPrevious: back,
        matchDiacritics: false,
      }),
    endFind: () => {
      parts.current?.bus.dispatch('findbarclose', { source: null })
      setState((before) => ({ ...before, matches: null }))
    },
  }
}
