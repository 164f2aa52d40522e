import { parentPort, workerData } from 'node:worker_threads'
import type { ReadText } from '../classifier/document.ts'
import type { Learned } from '../classifier/learned.ts'
import { decodeModel } from '../classifier/model-file.ts'
import { readText } from '../classifier/read-text.ts'
import { NOTHING_READ, type Suggested, suggest } from '../classifier/suggest.ts'
import { textOfPdf } from './pdf-text.ts'
import { ThreadLink } from './thread-link.ts'

/** The thread that reads documents. It holds no key, and is ended when a document takes too long. */
const model = decodeModel((workerData as { model: Uint8Array }).model)

async function read(bytes: Uint8Array, kind: 'pdf' | 'text'): Promise<ReadText | null> {
  if (kind === 'text') return readText(bytes)
  // Damaged or locked with a passphrase: there is nothing to be read either way.
  const text = await textOfPdf(bytes).catch(() => null)
  return text === null ? null : { coded: [], text }
}

const methods = {
  ready: (): void => undefined,
  suggest: async (bytes: Uint8Array, kind: 'pdf' | 'text', learned: Learned): Promise<Suggested> => {
    const document = await read(bytes, kind)
    return document === null ? NOTHING_READ : suggest(model, document, learned)
  },
}

if (parentPort === null) throw new Error('the classifier runs in a worker thread')
new ThreadLink(parentPort, methods)
