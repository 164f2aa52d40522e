import type { JsonRpcProvider } from 'ethers'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { createNetworkProbe } from '../../electron/main/adapters/network-probe.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import { startAnvil } from '../../tools/chain/anvil.ts'
import { type Answers, BYZANTINE, hex, NO_MIX, Node, serve } from '../support/other-node.ts'

const stops: (() => unknown)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
})

function probeAt(rpc: string) {
  const provider: JsonRpcProvider = connect({ rpc, chainId: 31337 } as Network)
  stops.push(() => provider.destroy())
  return { provider, probe: createNetworkProbe(provider) }
}

async function open(change: { head?: Answers; answers?: Answers }) {
  const node = Object.assign(new Node(), change)
  const { rpc, stop } = await serve(node)
  stops.push(stop)
  return { node, ...probeAt(rpc) }
}

describe('a network whose node tells little', () => {
  it('has figures from its blocks, and nothing for what is not told', async () => {
    const { probe } = await open({})
    expect(await probe.read()).toEqual({
      client: null,
      consensus: 'unknown',
      validators: null,
      block: 100,
      blockAt: 1_000_300,
      blocks: 61,
      blockTime: { mean: 3, spread: 1, longest: 4 },
      transactionsPerSecond: 1,
      gasPerSecond: 2_000_000,
      gasUse: 0.2,
      baseFee: null,
      difficulty: 0,
      pending: null,
      finalLag: null,
      safeLag: null,
      peers: null,
      replaced: 0,
    })
  })

  it('is read anew only where it has grown or changed, and says how many blocks were replaced', async () => {
    const { node, probe } = await open({})
    await probe.read()
    node.asked = []
    node.newest = 102
    expect(await probe.read()).toMatchObject({ block: 102, blocks: 61, replaced: 0 })
    // The newest, the one between, final and safe.
    expect(node.asked.filter((method) => method === 'eth_getBlockByNumber')).toHaveLength(4)
    node.forkAt = 101
    node.newest = 103
    expect(await probe.read()).toMatchObject({ block: 103, blocks: 61, replaced: 2 })
    expect(await probe.read()).toMatchObject({ replaced: 2 })
  })

  it('that has one block alone has no block time', async () => {
    const { node, probe } = await open({})
    node.newest = 0
    expect(await probe.read()).toMatchObject({ blocks: 1, blockTime: null, transactionsPerSecond: null })
  })

  it('that does not answer is unreachable', async () => {
    const { probe } = probeAt('http://127.0.0.1:9')
    await expect(probe.read()).rejects.toMatchObject({ code: 'E_CHAIN_UNREACHABLE' })
  })
})

describe('how a network agrees on blocks is found out', () => {
  it.each([
    [
      'a development chain by its name',
      { answers: { web3_clientVersion: 'HardhatNetwork/2.22' } },
      'development',
      null,
    ],
    [
      'proof of work by mix and nonce',
      { head: { difficulty: hex(1e12), nonce: '0x0000000000000042' } },
      'proof-of-work',
      null,
    ],
    [
      'Clique by its seals, and its signers where they are told',
      {
        head: { difficulty: '0x2', mixHash: NO_MIX, extraData: `0x${'00'.repeat(97)}` },
        answers: { clique_getSigners: ['0x1', '0x2', '0x3'] },
      },
      'clique',
      3,
    ],
    [
      'Clique without its signers where they are not',
      { head: { difficulty: '0x1', mixHash: NO_MIX, extraData: `0x${'00'.repeat(97)}` } },
      'clique',
      null,
    ],
    [
      'QBFT by its mix and its validators',
      {
        head: { difficulty: '0x1', mixHash: BYZANTINE },
        answers: { qbft_getValidatorsByBlockNumber: ['0x1', '0x2', '0x3', '0x4'] },
      },
      'qbft',
      4,
    ],
    [
      'IBFT the same way',
      {
        head: { difficulty: '0x1', mixHash: BYZANTINE },
        answers: { ibft_getValidatorsByBlockNumber: ['0x1', '0x2', '0x3', '0x4', '0x5', '0x6', '0x7'] },
      },
      'ibft',
      7,
    ],
    ['one of the two where validators are not told', { head: { mixHash: BYZANTINE } }, 'bft', null],
    [
      'proof of stake by a block that is final',
      { answers: { finalized: 36, safe: 68, eth_getCode: '0x' } },
      'proof-of-stake',
      null,
    ],
    ['a rollup is not taken for it', { answers: { finalized: 36, eth_getCode: '0xfe' } }, 'unknown', null],
    [
      'a chain whose difficulty says something else is unknown',
      { head: { difficulty: hex(21), mixHash: NO_MIX } },
      'unknown',
      null,
    ],
  ] as const)('%s', async (_, change, consensus, validators) => {
    const { probe } = await open(change)
    expect(await probe.read()).toMatchObject({ consensus, validators })
  })

  it('and what a node tells besides is read', async () => {
    const { probe } = await open({
      head: { baseFeePerGas: hex(7) },
      answers: {
        web3_clientVersion: 'Geth/v1.16',
        net_peerCount: '0x19',
        txpool_status: { pending: '0xa', queued: '0x1' },
        finalized: 36,
        safe: 68,
        eth_getCode: '0x',
      },
    })
    expect(await probe.read()).toMatchObject({
      client: 'Geth/v1.16',
      baseFee: '7',
      pending: 10,
      peers: 25,
      finalLag: 64,
      safeLag: 32,
    })
  })
})

describe('a real anvil', () => {
  it('is a development chain, and its blocks are counted', async () => {
    const anvil = await startAnvil()
    stops.push(anvil.stop)
    const { provider, probe } = probeAt(anvil.rpc)
    expect(await probe.read()).toMatchObject({ consensus: 'development', blocks: 1, blockTime: null })
    await provider.send('anvil_setBlockTimestampInterval', [5])
    await provider.send('anvil_mine', ['0x5', '0x5'])
    const reading = await probe.read()
    expect(reading.client).toMatch(/^anvil/)
    expect(reading).toMatchObject({ block: 5, blocks: 6, pending: 0, replaced: 0 })
    expect(reading.blockTime!.longest).toBeGreaterThanOrEqual(5)
    expect(Number(reading.baseFee)).toBeGreaterThan(0)
  })
})
