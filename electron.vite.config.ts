import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const from = (path: string): string => resolve(import.meta.dirname, path)

/** What pdf.js fetches by name while it shows a page: character maps, fonts, decoders, colour profiles. */
function pdfAssets(): Plugin {
  const source = from('node_modules/pdfjs-dist')
  return {
    name: 'medical-chain:pdf-assets',
    apply: 'build',
    generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
        for (const name of readdirSync(join(source, folder))) {
          const bytes = readFileSync(join(source, folder, name))
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source: bytes })
        }
      }
    },
  }
}

/** Trains the classifier, if need be, and puts its model beside main. */
function specialtyModel(): Plugin {
  return {
    name: 'medical-chain:specialty-model',
    apply: 'build',
    generateBundle() {
      const { status } = spawnSync(process.execPath, [from('tools/classifier/build.ts')], {
        stdio: 'inherit',
      })
      if (status !== 0) this.error('the classifier could not be trained')
      const source = readFileSync(from('artifacts/classifier/specialty-model.bin'))
      this.emitFile({ type: 'asset', fileName: 'specialty-model.bin', source })
    },
  }
}

// Everything is bundled, so that nothing of node_modules is packaged.
export default defineConfig({
  main: {
    plugins: [specialtyModel()],
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: from('electron/main/index.ts'),
          'classifier-worker': from('electron/main/adapters/classifier-worker.ts'),
          'vault-worker': from('electron/main/adapters/vault-worker.ts'),
          'wallet-worker': from('electron/main/adapters/wallet-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: from('electron/preload/index.ts'),
          confirm: from('electron/preload/confirm.ts'),
          paper: from('electron/preload/paper.ts'),
          person: from('electron/preload/person.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    plugins: [react(), pdfAssets()],
    // WalletConnect's own dialog is never shown, so none of it is shipped (ADR 8).
    resolve: {
      alias: [{ find: /^@reown\/appkit(\/.*)?$/, replacement: from('tools/stubs/appkit/index.js') }],
    },
    // The protocol handler puts a fresh nonce in its place for every page it serves.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      minify: 'oxc',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: from('renderer/index.html'),
          confirm: from('renderer/confirm.html'),
          paper: from('renderer/paper.html'),
          person: from('renderer/person.html'),
        },
      },
    },
  },
})
