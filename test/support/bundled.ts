import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Names the folder to every process of a test. */
export const BUNDLES = 'MEDICAL_CHAIN_TEST_BUNDLES'

/** A program in one file: reading its modules one by one would take longer than most tests. */
export const bundled = (name: 'classifier-worker' | 'vault-worker' | 'crash-child' | 'relayer-child'): URL =>
  pathToFileURL(join(process.env[BUNDLES]!, `${name}.js`))
