import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { HostEmitter } from './events.ts'
import type { Size } from './page-link.ts'

const events = [
  ...[
    'ready-to-show',
    'show',
    'hide',
    'focus',
    'blur',
    'close',
    'closed',
    'page-title-updated',
    'resize',
    'resized',
  ],
  ...['move', 'moved', 'minimize', 'restore', 'maximize', 'unmaximize', 'unresponsive', 'responsive'],
  ...['enter-full-screen', 'leave-full-screen', 'session-end', 'query-session-end'],
]

/** What a desktop would draw around the page: size, title and the like. Mostly remembered, as nobody draws it. */
export abstract class WindowFrame extends HostEmitter {
  protected title: string
  private bounds: Rectangle
  private minimum: [number, number]
  private fullScreen = false

  constructor(options: BrowserWindowConstructorOptions) {
    super('BrowserWindow', events)
    const { width = 800, height = 600, x = 0, y = 0, minWidth = 0, minHeight = 0 } = options
    this.bounds = { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) }
    this.minimum = [minWidth, minHeight]
    this.title = options.title ?? 'Electron'
  }

  /** The page follows the window. */
  protected abstract resized(): void

  protected size(): Size {
    return { width: this.bounds.width, height: this.bounds.height }
  }

  setFullScreen(flag: boolean): void {
    this.fullScreen = flag
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen', {})
  }

  isFullScreen(): boolean {
    return this.fullScreen
  }

  getTitle(): string {
    return this.title
  }

  setTitle(title: string): void {
    this.title = title
  }

  getBounds(): Rectangle {
    return { ...this.bounds }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const next = { ...this.bounds, ...bounds }
    next.width = Math.max(next.width, this.minimum[0])
    next.height = Math.max(next.height, this.minimum[1])
    this.bounds = next
    this.resized()
    this.emit('resize', {})
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height]
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getMinimumSize(): number[] {
    return [...this.minimum]
  }

  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height]
  }

  // Without a window manager these have nothing to act on; Electron on Linux shows nothing for some of them either.
  setContentProtection(_enable: boolean): void {}
  setProgressBar(_progress: number): void {}
  setMenu(_menu: unknown): void {}
  removeMenu(): void {}
  setMenuBarVisibility(_visible: boolean): void {}
  setAutoHideMenuBar(_hide: boolean): void {}
  setBackgroundColor(_color: string): void {}
  setIcon(_icon: unknown): void {}
  setAlwaysOnTop(_flag: boolean): void {}
  moveTop(): void {}
  center(): void {}
  flashFrame(_flag: boolean): void {}
}
