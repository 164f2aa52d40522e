const FIRST = 1_000
const MOST = 20_000
/** What fails with fewer blocks is taken to hold too many lines, which says nothing of the blocks after it. */
const ALLOWED = 100
/** Lines of the log in one answer: some megabytes, and what nodes that count them let pass. */
const WANTED = 10_000

/** How many blocks to ask a node about at once: it may limit blocks, lines or time, and says so in words of its own. */
export function createRanges() {
  let range = FIRST
  let most = MOST

  return {
    next: (): number => range,
    /** Takes as many the next time as hold about as many lines as are wanted. */
    answered(blocks: number, lines: number): void {
      const fitting = Math.floor((blocks * WANTED) / Math.max(lines, 1))
      range = Math.max(1, Math.min(fitting, 4 * range, most))
    },
    /** @returns whether fewer blocks are worth a try */
    failed(blocks: number, error: unknown): boolean {
      if (blocks === 1 || !mayBeTooMuch(error)) return false
      most = Math.max(ALLOWED, Math.floor(blocks / 2))
      range = Math.max(1, Math.floor(blocks / 8))
      return true
    },
  }
}

/** A node that can't be reached, or wants to be asked later, is not asked for less. */
function mayBeTooMuch(error: unknown): boolean {
  const { name, message, code } = error as Error & { readonly code?: string }
  // The last one is how ethers hands on an answer that is an error.
  return name === 'TimeoutError' || / status (400|413)$/.test(message) || code === 'UNKNOWN_ERROR'
}
