import type { NativeTheme } from 'electron'
import { HostEmitter } from './events.ts'
import { host } from './host.ts'
import { allContents } from './web-contents.ts'

export class HostTheme extends HostEmitter {
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false
  private source: NativeTheme['themeSource'] = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.source
  }

  set themeSource(source: NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid themeSource ${source}`)
    if (source === this.source) return
    this.source = source
    host.colorScheme = source === 'system' ? '' : source
    for (const { link } of allContents()) link.applyColorScheme().catch(() => undefined)
    this.emit('updated')
  }

  /** The system here has no say: light unless the app asks for dark. */
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark'
  }
}

export const nativeTheme = new HostTheme()
nativeTheme satisfies Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
