import { DatabaseSync } from 'node:sqlite'
import type { JsonRpcProvider } from 'ethers'
import { EMPTY_HISTORY, extendHistory } from '../crypto/history.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import type { Network } from '../domain/network.ts'
import type { EventFilter, HistoryProof, LedgerIndex, RawEvent } from '../ports/ledger.ts'
import { ACCOUNT_TOPICS, decodeEvent, decodeRecord, PATIENT_TOPICS, topicsOfKinds } from './index-decode.ts'
import type { Row } from './index-kinds.ts'
import { topicFrom } from './index-words.ts'
import { topicOf } from './ledger-abi.ts'
import { ledgerFailure } from './ledger-errors.ts'
import type { View } from './ledger-state.ts'
import { createRanges } from './log-ranges.ts'

/** Block hashes kept, to find where a reorganisation began. */
const REMEMBERED_BLOCKS = 256

const SCHEMA = `
  create table if not exists log (
    block integer not null, place integer not null, at integer not null, tx text not null,
    topic0 text not null, topic1 text not null, topic2 text not null, data text not null,
    primary key (block, place)
  ) without rowid;
  create index if not exists log_topic1 on log (topic1, topic0);
  create index if not exists log_topic2 on log (topic2, topic0);
  create table if not exists block (number integer primary key, hash text not null);
  create table if not exists origin (contract text primary key, chain integer not null);
  pragma journal_mode = wal;
  pragma synchronous = normal;`

type RpcLog = {
  readonly blockNumber: string
  readonly logIndex: string
  readonly blockTimestamp?: string
  readonly transactionHash: Hex32
  readonly topics: readonly string[]
  readonly data: string
}

/**
 * The contract's events in a local database: only public chain data. It heals itself after a reorganisation, and
 * any of it can be proven against the rolling hashes.
 * @param file a path, or `:memory:`
 * @param isLive whether `view` told what the chain says now, not what it said when it was last heard
 */
export function createIndex(
  file: string,
  network: Network,
  provider: JsonRpcProvider,
  view: View,
  isLive: () => boolean = () => true,
): LedgerIndex & { close: () => void } {
  const database = new DatabaseSync(file)
  database.exec(SCHEMA)
  forgetOtherContract(database, network)
  const insert = database.prepare('insert or replace into log values (?, ?, ?, ?, ?, ?, ?, ?)')
  const remember = database.prepare('insert or replace into block values (?, ?)')
  const inRanges = createRanges()
  let syncing: Promise<number> | null = null

  const blockHash = async (number: number): Promise<string | null> =>
    (await provider.send('eth_getBlockByNumber', [hexNumber(number), false]))?.hash ?? null

  /** The newest block that the chain still has as we read it; what came after it is forgotten. */
  async function lastCommonBlock(): Promise<number> {
    const known = database.prepare('select number, hash from block order by number desc').all() as {
      number: number
      hash: string
    }[]
    for (const { number, hash } of known) {
      if ((await blockHash(number)) !== hash) continue
      database.prepare('delete from log where block > ?').run(number)
      database.prepare('delete from block where number > ?').run(number)
      return number
    }
    database.exec('delete from log; delete from block')
    return network.deployedAt - 1
  }

  /** What is read is kept: whoever is interrupted goes on from there. @returns how many lines there were */
  async function read(from: number, to: number): Promise<number> {
    const filter = { address: network.contract, fromBlock: hexNumber(from), toBlock: hexNumber(to) }
    const logs = (await provider.send('eth_getLogs', [filter])) as RpcLog[]
    const times = await timesOf(logs)
    database.exec('begin')
    for (const log of logs) {
      const [topic0 = '', topic1 = '', topic2 = ''] = log.topics
      const block = Number(log.blockNumber)
      insert.run(
        block,
        Number(log.logIndex),
        times.get(block)!,
        log.transactionHash,
        topic0,
        topic1,
        topic2,
        log.data,
      )
    }
    database.exec('commit')
    const hash = await blockHash(to)
    if (hash !== null) remember.run(to, hash)
    return logs.length
  }

  async function timesOf(logs: readonly RpcLog[]): Promise<Map<number, number>> {
    const times = new Map<number, number>()
    for (const { blockNumber, blockTimestamp } of logs) {
      const block = Number(blockNumber)
      if (times.has(block)) continue
      const found =
        blockTimestamp ?? (await provider.send('eth_getBlockByNumber', [blockNumber, false])).timestamp
      times.set(block, Number(found))
    }
    return times
  }

  async function syncOnce(): Promise<number> {
    try {
      const newest = Number(await provider.send('eth_blockNumber', []))
      await inRanges((await lastCommonBlock()) + 1, newest, read)
      database.prepare('delete from block where number < ?').run(newest - REMEMBERED_BLOCKS)
      return newest
    } catch (error) {
      const failure = ledgerFailure(error)
      const known = database.prepare('select max(number) as newest from block').get() as {
        newest: number | null
      }
      // Without the chain, what was read before is what there is; a proof says up to which block.
      if (failure.code === 'E_CHAIN_UNREACHABLE' && known.newest !== null) return known.newest
      throw failure
    }
  }

  const sync = (): Promise<number> => {
    syncing ??= syncOnce().finally(() => {
      syncing = null
    })
    return syncing
  }

  function rows(filter: EventFilter): Row[] {
    const where: string[] = []
    const values: string[] = []
    const either = (address: Address): void => {
      where.push('(topic1 = ? or topic2 = ?)')
      values.push(topicFrom(address), topicFrom(address))
    }
    if (filter.kinds !== undefined) {
      const topics = topicsOfKinds(filter.kinds)
      where.push(`topic0 in (${topics.map(() => '?').join(',')})`)
      values.push(...topics)
    }
    if (filter.patient !== undefined) {
      where.push('topic1 = ?')
      values.push(topicFrom(filter.patient))
    }
    if (filter.concerning !== undefined) either(filter.concerning)
    const condition = where.length === 0 ? '' : `where ${where.join(' and ')}`
    return database
      .prepare(`select * from log ${condition} order by block, place`)
      .all(...values) as unknown as Row[]
  }

  function history(subject: Address | 'accounts'): RawEvent[] {
    const kinds = subject === 'accounts' ? ACCOUNT_TOPICS : PATIENT_TOPICS
    const own = subject === 'accounts' ? rows({}) : rows({ patient: subject })
    return own
      .filter((row) => kinds.includes(row.topic0))
      .map(({ block, at, place, tx, topic0, topic1, topic2, data }) => ({
        block,
        timestamp: at,
        place,
        transaction: tx,
        topics: [topic0, topic1, topic2],
        data,
      }))
  }

  async function proveOnce(subject: Address | 'accounts'): Promise<HistoryProof> {
    const block = await sync()
    const [expected] = (await (subject === 'accounts'
      ? view('accountsHistory', [])
      : view('historyOf', [subject]))) as [Hex32]
    const hashes = [EMPTY_HISTORY]
    for (const event of history(subject)) hashes.push(extendHistory(hashes.at(-1)!, event))
    // What is remembered of the chain may be older than the newest lines here: it then confirms those up to it.
    const confirmed = isLive() ? hashes.length - 1 : hashes.lastIndexOf(expected)
    const found = hashes.at(confirmed) ?? EMPTY_HISTORY
    return { whole: found === expected, lines: Math.max(0, confirmed), block, expected, found }
  }

  return {
    sync,
    events: (filter) =>
      rows(filter)
        .map(decodeEvent)
        .filter((event) => event !== null)
        .filter((event) => filter.actor === undefined || event.actor === filter.actor)
        .filter((event) => filter.subject === undefined || event.subject === filter.subject),
    records: (patient) =>
      (
        database
          .prepare('select * from log where topic1 = ? and topic0 = ? order by block, place')
          .all(topicFrom(patient), topicOf('RecordAdded')) as unknown as Row[]
      ).map(decodeRecord),
    history,
    prove: async (subject) => {
      const proof = await proveOnce(subject)
      // A block may have come between the two reads: only what differs twice is a difference.
      return proof.whole ? proof : proveOnce(subject)
    },
    close: () => database.close(),
  }
}

const hexNumber = (number: number): string => `0x${number.toString(16)}`

/** An index of another deployment would prove nothing here. */
function forgetOtherContract(database: DatabaseSync, network: Network): void {
  const known = database.prepare('select contract, chain from origin').get() as
    | { contract: string; chain: number }
    | undefined
  if (known?.contract === network.contract && known.chain === network.chainId) return
  database.exec('delete from log; delete from block; delete from origin')
  database.prepare('insert into origin values (?, ?)').run(network.contract, network.chainId)
}
