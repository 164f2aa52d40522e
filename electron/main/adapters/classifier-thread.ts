import { NOTHING_READ, type Suggested } from '../classifier/suggest.ts'
import type { Classifier } from '../ports/classifier.ts'
import { startThread } from './thread-link.ts'

/** One document may take so long. */
const WITHIN_MS = 10_000
/** After so long without a document, the thread and its memory are given back. */
const IDLE_MS = 60_000
/** A document that needs more memory than this ends its thread, not the app. */
const MEMORY_MB = 512

type Methods = Classifier & { readonly ready: () => void }
type Thread = ReturnType<typeof startThread<Methods>>
type Parts = {
  /** The bundled `classifier-worker`. */
  readonly script: URL
  readonly model: () => Promise<Uint8Array>
  readonly within?: number
  readonly idle?: number
}

/** Reads documents one after the other in a thread, which starts with the first. */
export function createClassifier({
  script,
  model,
  within = WITHIN_MS,
  idle = IDLE_MS,
}: Parts): Classifier & { readonly stop: () => Promise<void> } {
  let thread: Thread | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let waiting: NodeJS.Timeout | undefined

  async function end(): Promise<void> {
    const ending = thread
    thread = null
    await ending?.end()
  }

  async function read(...args: Parameters<Classifier['suggest']>): Promise<Suggested> {
    clearTimeout(waiting)
    const late = Promise.withResolvers<null>()
    let timer: NodeJS.Timeout | undefined
    try {
      thread ??= startThread<Methods>(script, { model: await model() }, { maxOldGenerationSizeMb: MEMORY_MB })
      await thread.call('ready')()
      timer = setTimeout(() => late.resolve(null), within)
      const suggested: Suggested | null = await Promise.race([thread.call('suggest')(...args), late.promise])
      if (suggested !== null) return suggested
    } catch {
      // The document has ended its thread, or could not be read: the same to whoever asks.
    } finally {
      clearTimeout(timer)
      waiting = setTimeout(() => void end(), idle).unref()
    }
    await end()
    return NOTHING_READ
  }

  return {
    suggest: (...args) => {
      const suggested = turn.then(() => read(...args))
      turn = suggested
      return suggested
    },
    stop: async () => {
      clearTimeout(waiting)
      await end()
    },
  }
}
