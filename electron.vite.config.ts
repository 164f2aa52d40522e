import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string): string => resolve(import.meta.dirname, path)

// Everything is bundled, so that nothing of node_modules is packaged.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: from('electron/main/index.ts'),
          'vault-worker': from('electron/main/adapters/vault-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: from('electron/preload/index.ts'), confirm: from('electron/preload/confirm.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    plugins: [react()],
    // The protocol handler puts a fresh nonce in its place for every page it serves.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      minify: 'oxc',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: from('renderer/index.html'), confirm: from('renderer/confirm.html') },
      },
    },
  },
})
