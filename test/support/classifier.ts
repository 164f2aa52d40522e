import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClassifier } from '../../electron/main/adapters/classifier-thread.ts'
import { bundled } from './bundled.ts'

const MODEL = join(import.meta.dirname, '../../artifacts/classifier/specialty-model.bin')

/** As the app starts it. Its thread begins with the first document. */
export const openClassifier = (change: { within?: number; idle?: number } = {}) =>
  createClassifier({
    script: bundled('classifier-worker'),
    model: async () => Uint8Array.from(await readFile(MODEL)),
    ...change,
  })
