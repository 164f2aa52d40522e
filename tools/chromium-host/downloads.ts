import { events } from './browser.ts'
import { hostEvent } from './events.ts'
import { toApp } from './origins.ts'
import { Guarded } from './supplied.ts'
import { allContents } from './web-contents.ts'

/** A download the page has begun. It is refused whatever the app says: there is no user to ask where to. */
class HostDownload extends Guarded {
  private readonly url: string
  private readonly fileName: string

  constructor(url: string, fileName: string) {
    super('DownloadItem')
    this.url = url
    this.fileName = fileName
  }

  getURL(): string {
    return this.url
  }

  getFilename(): string {
    return this.fileName
  }

  getState(): 'cancelled' {
    return 'cancelled'
  }

  cancel(): void {}
}

/** Tells the session of a page that begins a download. */
export function watchDownloads(): void {
  events.downloads = (frameId, url, fileName) => {
    const contents = allContents().find(({ link }) => link.targetId === frameId)
    contents?.session.emit('will-download', hostEvent(), new HostDownload(toApp(url), fileName), contents)
  }
}
