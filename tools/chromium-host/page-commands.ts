import type { PrintToPDFOptions } from 'electron'
import { HostEmitter } from './events.ts'
import type { PageLink } from './page-link.ts'
import { toCdpPrintOptions } from './print.ts'
import { notSupplied } from './supplied.ts'

/** The part of `webContents` that only passes an order on to the page. */
export abstract class PageCommands extends HostEmitter {
  /** @internal */
  abstract readonly link: PageLink

  reload(): void {
    void this.link.command('Page.reload', {}).catch(() => undefined)
  }

  reloadIgnoringCache(): void {
    void this.link.command('Page.reload', { ignoreCache: true }).catch(() => undefined)
  }

  focus(): void {
    void this.link.command('Page.bringToFront', {}).catch(() => undefined)
  }

  getZoomFactor(): number {
    return this.link.getZoom()
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    void this.link.setZoom(factor).catch(() => undefined)
  }

  getZoomLevel(): number {
    return Math.log(this.link.getZoom()) / Math.log(1.2)
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  openDevTools(): void {
    throw notSupplied('webContents.openDevTools')
  }

  getOrCreateDevToolsTargetId(): string {
    return this.link.targetId ?? ''
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const asked = { expression: code, awaitPromise: true, returnByValue: true, userGesture }
    const { result, exceptionDetails } = await this.link.command('Runtime.evaluate', asked)
    if (!exceptionDetails) return result.value
    throw new Error(exceptionDetails.exception?.description?.split('\n')[0] ?? exceptionDetails.text)
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { data } = await this.link.command('Page.printToPDF', toCdpPrintOptions(options))
    return Buffer.from(data, 'base64')
  }
}
