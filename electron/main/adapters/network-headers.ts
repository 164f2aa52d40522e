import type { Ask } from './network-probe.ts'

/** How many blocks the figures are of. */
const BLOCKS = 60

/** What a block's header says, as far as it is used here. */
export type Header = {
  readonly number: number
  readonly hash: string
  readonly parent: string
  /** Unix seconds. */
  readonly at: number
  readonly transactions: number
  readonly gasUsed: number
  readonly gasLimit: number
  readonly baseFee: string | null
  readonly difficulty: number | null
  readonly mixHash: string | null
  readonly nonce: string | null
  readonly extraBytes: number
}

type Raw = {
  readonly number: string
  readonly hash: string
  readonly parentHash: string
  readonly timestamp: string
  readonly transactions: readonly unknown[]
  readonly gasUsed: string
  readonly gasLimit: string
  readonly baseFeePerGas?: string
  readonly difficulty?: string
  readonly mixHash?: string
  readonly nonce?: string
  readonly extraData?: string
}

export async function readHeader(ask: Ask, at: number | string): Promise<Header | null> {
  const tag = typeof at === 'number' ? `0x${at.toString(16)}` : at
  const block = await ask<Raw>('eth_getBlockByNumber', tag, false)
  if (block === null) return null
  return {
    number: Number(block.number),
    hash: block.hash,
    parent: block.parentHash,
    at: Number(block.timestamp),
    transactions: block.transactions.length,
    gasUsed: Number(block.gasUsed),
    gasLimit: Number(block.gasLimit),
    baseFee: block.baseFeePerGas === undefined ? null : BigInt(block.baseFeePerGas).toString(),
    difficulty: block.difficulty === undefined ? null : Number(block.difficulty),
    mixHash: block.mixHash ?? null,
    nonce: block.nonce ?? null,
    extraBytes: ((block.extraData?.length ?? 2) - 2) / 2,
  }
}

/**
 * The newest blocks, oldest first, each the parent of the next. What was read before is read again only where another
 * block has taken its place, and that is counted.
 */
export function recentBlocks(
  ask: Ask,
): () => Promise<{ readonly blocks: readonly Header[]; readonly replaced: number }> {
  let known = new Map<number, Header>()
  let replaced = 0

  return async () => {
    const newest = await readHeader(ask, 'latest')
    if (newest === null) return { blocks: [], replaced }
    const from = Math.max(0, newest.number - BLOCKS)
    const lacking = Array.from({ length: newest.number - from }, (_, index) => from + index).filter(
      (number) => !known.has(number),
    )
    const read = await Promise.all(lacking.map((number) => readHeader(ask, number)))
    const next = new Map(known)
    for (const header of read) if (header !== null) next.set(header.number, header)
    for (const { number } of known.values()) if (number > newest.number) replaced += 1
    const own = known.get(newest.number)
    if (own !== undefined && own.hash !== newest.hash) replaced += 1
    next.set(newest.number, newest)
    const blocks: Header[] = [newest]
    while (blocks[0]!.number > from) {
      const [{ number, parent }] = blocks as [Header, ...Header[]]
      let header = next.get(number - 1) ?? null
      if (header?.hash !== parent) {
        if (known.has(number - 1)) replaced += 1
        header = await readHeader(ask, number - 1)
      }
      // It changes while it is read: what hangs together is enough.
      if (header?.hash !== parent) break
      blocks.unshift(header)
    }
    known = new Map(blocks.map((header) => [header.number, header]))
    return { blocks, replaced }
  }
}
