import { app } from './app.ts'
import { notSupplied } from './supplied.ts'
import type { HostWebContents } from './web-contents.ts'
import { focusedWindow } from './windows.ts'

export interface Role {
  label: string
  accelerator?: string
  /** Chromium does it by itself, keys included. */
  byBrowser?: boolean
  run?(contents: HostWebContents | undefined): void
}

const edit = (label: string, command: string): Role => ({
  label,
  byBrowser: true,
  run: (contents) =>
    void contents?.executeJavaScript(`document.execCommand('${command}')`, true).catch(() => undefined),
})
const zoom = (label: string, accelerator: string, next: (level: number) => number): Role => ({
  label,
  accelerator,
  run: (contents) => contents?.setZoomLevel(next(contents.getZoomLevel())),
})

/** The menu roles that mean something without a desktop, by their name in lower case. */
export const roles: Record<string, Role> = {
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', run: () => app.quit() },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W', run: () => focusedWindow()?.close() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', run: () => focusedWindow()?.minimize() },
  reload: { label: 'Reload', accelerator: 'CommandOrControl+R', run: (contents) => contents?.reload() },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CommandOrControl+R',
    run: (contents) => contents?.reloadIgnoringCache(),
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    run: () => {
      throw notSupplied("MenuItem role 'toggleDevTools'")
    },
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: () => focusedWindow()?.setFullScreen(!focusedWindow()?.isFullScreen()),
  },
  resetzoom: zoom('Actual Size', 'CommandOrControl+0', () => 0),
  zoomin: zoom('Zoom In', 'CommandOrControl+Plus', (level) => level + 0.5),
  zoomout: zoom('Zoom Out', 'CommandOrControl+-', (level) => level - 0.5),
  undo: edit('Undo', 'undo'),
  redo: edit('Redo', 'redo'),
  cut: edit('Cut', 'cut'),
  copy: edit('Copy', 'copy'),
  paste: edit('Paste', 'paste'),
  delete: edit('Delete', 'delete'),
  selectall: edit('Select All', 'selectAll'),
  about: { label: 'About', run: () => app.showAboutPanel() },
}
