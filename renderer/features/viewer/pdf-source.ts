import { PDFDataRangeTransport } from 'pdfjs-dist'
import { contentUrl } from './content.ts'

/** Gives pdf.js the pieces of a record that it asks for; the rest of a long document stays sealed. */
export class RecordTransport extends PDFDataRangeTransport {
  readonly #url: string
  readonly #stop = new AbortController()

  constructor(ticket: string, byteLength: number) {
    super(byteLength, null)
    this.#url = contentUrl(ticket)
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#read(begin, end)
  }

  override abort(): void {
    this.#stop.abort()
  }

  async #read(begin: number, end: number): Promise<void> {
    try {
      const headers = { range: `bytes=${begin}-${end - 1}` }
      const answer = await fetch(this.#url, { headers, signal: this.#stop.signal })
      if (!answer.ok) throw new Error(`content answered ${answer.status}`)
      this.onDataRange(begin, new Uint8Array(await answer.arrayBuffer()))
    } catch {
      if (!this.#stop.signal.aborted) this.onDataRange(begin, null)
    }
  }
}
