/**
 * Trains the classifier, when something that it follows from has changed. The model is
 * artifacts/classifier/specialty-model.bin (git-ignored); the app's build puts it beside main.
 *
 *     node tools/classifier/build.ts
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeModel } from '../../electron/main/classifier/model-file.ts'
import { train } from './train.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, 'artifacts/classifier')
const file = join(folder, 'specialty-model.bin')
const stamp = join(folder, 'specialty-model.sha256')

/** Everything the model follows from, and the model itself. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.versions.v8)
  const sources = ['tools/classifier', 'electron/main/classifier'].flatMap((path) =>
    readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join(path, name)),
  )
  for (const source of [...sources, 'electron/main/domain/specialty.ts'])
    hash
      .update(source)
      .update('\0')
      .update(readFileSync(join(root, source)))
  if (existsSync(file)) hash.update(readFileSync(file))
  return hash.digest('hex')
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint()) {
  mkdirSync(folder, { recursive: true })
  // Several test runs may find it missing at once: nobody reads half of it.
  const partial = `${file}.${process.pid}`
  writeFileSync(partial, encodeModel(train()))
  renameSync(partial, file)
  writeFileSync(stamp, fingerprint())
}
