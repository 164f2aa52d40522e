import { readFileSync } from 'node:fs'
import { bigFrame } from './channel.ts'
import { createCodec } from './codec.ts'
import { host, hostPath, secret } from './host.ts'
import { createBridge } from './page/bridge.ts'
import { createLine } from './page/line.ts'
import { mainWorld } from './page/main-world.ts'
import { type PreloadConfig, preloadWorld } from './page/preload-world.ts'

/** Name of the isolated world; only people reading DevTools see it. */
export const preloadWorldName = 'electron-preload'

interface Scripts {
  main: string
  preload: string
}

/**
 * The two scripts of a window, as text: Node strips the types of the functions in `page/`, so a function's own
 * source is what runs in the page.
 */
export function pageScripts(
  token: string,
  preloadPath: string | undefined,
  args: readonly string[],
): Scripts {
  const names = { toMain: secret(), toPreload: secret(), mark: secret() }
  const config: PreloadConfig = {
    ...names,
    socket: `${hostPath}/ipc?window=${token}`,
    frame: `${hostPath}/frame?window=${token}`,
    bigFrame: bigFrame(),
    process: {
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      platform: process.platform,
      arch: process.arch,
      argv: [process.argv[0], ...args],
      env: {},
      versions: { ...process.versions, chrome: host.chromiumVersion },
    },
  }
  const preload = preloadPath
    ? `function (require, module, exports, process) {${readFileSync(preloadPath, 'utf8')}\n}`
    : 'null'
  const parts = `{ createBridge: ${createBridge}, createCodec: ${createCodec}, createLine: ${createLine}, preload: ${preload} }`
  return {
    main: `(${mainWorld})(${JSON.stringify(names)}, ${createBridge})`,
    preload: `(${preloadWorld})(${JSON.stringify(config)}, ${parts})`,
  }
}
