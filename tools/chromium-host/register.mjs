// Makes `import … from 'electron'` and `require('electron')` mean the host, in the app and in Playwright's loader alike.
import { registerHooks } from 'node:module'

const names = new Set(['electron', 'electron/main', 'electron/common'])
const url = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    names.has(specifier)
      ? { url, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
