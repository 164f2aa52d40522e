import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { BUNDLES } from './bundled.ts'

const from = (path: string): string => join(import.meta.dirname, '../..', path)

/** Before the first test: puts each program that tests start again and again into one file. @returns how to tidy up */
export async function setup(): Promise<() => void> {
  const trained = spawnSync(process.execPath, [from('tools/classifier/build.ts')], { stdio: 'inherit' })
  if (trained.status !== 0) throw new Error('the classifier could not be trained')
  const outDir = mkdtempSync(join(tmpdir(), 'medical-chain-bundles-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      minify: false,
      target: 'node24',
      rollupOptions: {
        input: {
          'classifier-worker': from('electron/main/adapters/classifier-worker.ts'),
          'vault-worker': from('electron/main/adapters/vault-worker.ts'),
          'crash-child': from('test/support/crash-child.ts'),
          'relayer-child': from('test/support/relayer-child.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  process.env[BUNDLES] = outDir
  return () => rmSync(outDir, { recursive: true, force: true })
}
