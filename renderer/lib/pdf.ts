import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

const beside = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href
const ASSETS = {
  cMapUrl: beside('cmaps'),
  cMapPacked: true,
  standardFontDataUrl: beside('standard_fonts'),
  wasmUrl: beside('wasm'),
  iccUrl: beside('iccs'),
}

/** A document for pdf.js, with everything of its own that it may need while it shows it. */
export const openPdf = (source: object): PDFDocumentLoadingTask => getDocument({ ...source, ...ASSETS })
