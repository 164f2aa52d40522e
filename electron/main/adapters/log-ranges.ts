const FIRST = 1_000
const MOST = 20_000
/** What fails with fewer blocks is taken to hold too many lines, which says nothing of the blocks after it. */
const ALLOWED = 100
/** Lines of the log in one answer: some megabytes, and what nodes that count them let pass. */
const WANTED = 10_000

/** Reads a log from one block to another and tells, for each piece, how many lines it had. */
export type InRanges = (
  start: number,
  newest: number,
  read: (from: number, to: number) => Promise<number>,
) => Promise<void>

/**
 * As many blocks at once as the node bears: it may limit blocks, lines or time, and says so in words of its own. What was
 * found out is kept for the next time.
 */
export function createRanges(): InRanges {
  let range = FIRST
  let most = MOST

  /** Takes as many the next time as hold about as many lines as are wanted. */
  function answered(blocks: number, lines: number): void {
    const fitting = Math.floor((blocks * WANTED) / Math.max(lines, 1))
    range = Math.max(1, Math.min(fitting, 4 * range, most))
  }

  /** @returns whether fewer blocks are worth a try */
  function failed(blocks: number, error: unknown): boolean {
    if (blocks === 1 || !mayBeTooMuch(error)) return false
    most = Math.max(ALLOWED, Math.floor(blocks / 2))
    range = Math.max(1, Math.floor(blocks / 8))
    return true
  }

  return async (start, newest, read) => {
    let from = start
    while (from <= newest) {
      const blocks = Math.min(range, newest - from + 1)
      try {
        answered(blocks, await read(from, from + blocks - 1))
      } catch (error) {
        if (failed(blocks, error)) continue
        throw error
      }
      from += blocks
    }
  }
}

/** A node that can't be reached, or wants to be asked later, is not asked for less. */
function mayBeTooMuch(error: unknown): boolean {
  const { name, message, code } = error as Error & { readonly code?: string }
  // The last one is how ethers hands on an answer that is an error.
  return name === 'TimeoutError' || / status (400|413)$/.test(message) || code === 'UNKNOWN_ERROR'
}
