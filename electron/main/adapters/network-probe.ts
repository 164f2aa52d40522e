import type { JsonRpcProvider } from 'ethers'
import { Failure } from '../domain/failure.ts'
import type { NetworkReading } from '../domain/performance.ts'
import type { NetworkProbe } from '../ports/network-probe.ts'
import { consensusOf } from './network-consensus.ts'
import { type Header, readHeader, recentBlocks } from './network-headers.ts'

/** Whatever a node does not tell, refuses or does not know is null. */
export type Ask = <T>(method: string, ...params: readonly unknown[]) => Promise<T | null>

/** Reads what a node tells, with the methods that nodes of all makes share, and where allowed a few that they don't. */
export function createNetworkProbe(provider: JsonRpcProvider): NetworkProbe {
  const ask: Ask = (method, ...params) => provider.send(method, [...params]).catch(() => null)
  const recent = recentBlocks(ask)
  return {
    read: async () => {
      const { blocks, replaced } = await recent()
      const newest = blocks.at(-1)
      if (newest === undefined) throw new Failure('E_CHAIN_UNREACHABLE')
      const [client, pool, peers, finalized, safe] = await Promise.all([
        ask<string>('web3_clientVersion'),
        ask<{ pending: string }>('txpool_status'),
        ask<string>('net_peerCount'),
        readHeader(ask, 'finalized'),
        readHeader(ask, 'safe'),
      ])
      return {
        client,
        ...(await consensusOf(ask, { client, newest, finalized })),
        block: newest.number,
        blockAt: newest.at,
        blocks: blocks.length,
        ...ratesOf(blocks),
        baseFee: newest.baseFee,
        difficulty: newest.difficulty,
        pending: numberOf(pool?.pending),
        finalLag: finalized === null ? null : newest.number - finalized.number,
        safeLag: safe === null ? null : newest.number - safe.number,
        peers: numberOf(peers),
        replaced,
      }
    },
  }
}

const numberOf = (hex: string | null | undefined): number | null =>
  typeof hex === 'string' || typeof hex === 'number' ? Number(hex) : null

type Rates = Pick<NetworkReading, 'blockTime' | 'transactionsPerSecond' | 'gasPerSecond' | 'gasUse'>

/** The first block of those that are looked at only begins the time; what is in it came before. */
export function ratesOf(blocks: readonly Header[]): Rates {
  const later = blocks.slice(1)
  const sum = (pick: (block: Header) => number, of: readonly Header[] = later): number =>
    of.reduce((total, block) => total + pick(block), 0)
  const limit = sum(({ gasLimit }) => gasLimit, blocks)
  const gasUse = limit === 0 ? null : sum(({ gasUsed }) => gasUsed, blocks) / limit
  if (later.length === 0) return { blockTime: null, transactionsPerSecond: null, gasPerSecond: null, gasUse }
  const gaps = later.map(({ at }, index) => at - blocks[index]!.at)
  const seconds = gaps.reduce((total, gap) => total + gap, 0)
  const mean = seconds / gaps.length
  const spread = Math.sqrt(gaps.reduce((total, gap) => total + (gap - mean) ** 2, 0) / gaps.length)
  return {
    blockTime: { mean, spread, longest: Math.max(...gaps) },
    transactionsPerSecond: seconds === 0 ? null : sum(({ transactions }) => transactions) / seconds,
    gasPerSecond: seconds === 0 ? null : sum(({ gasUsed }) => gasUsed) / seconds,
    gasUse,
  }
}
