import { DatabaseSync } from 'node:sqlite'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Network } from '../domain/network.ts'
import type { Contact, LedgerState } from '../ports/ledger.ts'
import type { View } from './ledger-state.ts'

const SCHEMA = `
  create table if not exists origin (contract text not null, chain integer not null);
  create table if not exists answer (question text primary key, result text not null) strict, without rowid;
  create table if not exists contact (only integer primary key check (only = 1), chain integer not null, wall integer not null,
    newest integer not null) strict;`

export type LedgerMemory = {
  /** The same view; where the chain does not answer, what it last said. */
  readonly view: View
  /** The chain's time; without the chain, the time that must have been reached since it was last heard. */
  readonly now: () => Promise<number>
  readonly contact: () => Contact
  readonly hasCode: LedgerState['hasCode']
  /** Drops what was answered about one account, to the last byte on disk. Says how many answers that were. */
  readonly forget: (account: Address) => number
  readonly close: () => void
}

type Met = { readonly chain: number; readonly wall: number; readonly newest: number }

type Parts = {
  readonly file: string
  readonly network: Network
  readonly view: View
  readonly chain: Pick<LedgerState, 'now' | 'hasCode'>
  /** This computer's clock, Unix seconds. */
  readonly wall?: () => number
}

/** What the chain's state said when it was last heard, kept on disk. Public chain data only. */
export function rememberLedger({ file, network, view, chain, wall = wallClock }: Parts): LedgerMemory {
  const database = new DatabaseSync(file)
  database.exec(SCHEMA)
  forgetOtherContract(database, network)
  const keep = database.prepare('insert or replace into answer values (?, ?)')
  const kept = database.prepare('select result from answer where question = ?')
  const meet = database.prepare('insert or replace into contact values (1, ?, ?, ?)')
  const met = database.prepare('select chain, wall, newest from contact')
  const reach = database.prepare('update contact set newest = max(newest, ?)')
  const forget = database.prepare('delete from answer where question like ?')
  let live = false

  /** A clock that was set back does not give ended rights back: what was reached once stays reached. */
  function reached(): number | null {
    const last = met.get() as Met | undefined
    if (last === undefined) return null
    reach.run(last.chain + Math.max(0, wall() - last.wall))
    return (met.get() as Met).newest
  }

  async function asked<T>(ask: () => Promise<T>, otherwise: () => T | null): Promise<T> {
    try {
      const answer = await ask()
      live = true
      return answer
    } catch (error) {
      if (Failure.from(error).code !== 'E_CHAIN_UNREACHABLE') throw error
      live = false
      const known = otherwise()
      if (known === null) throw error
      return known
    }
  }

  /** What is asked of the chain is kept; without the chain it is what was kept. */
  function remembered<T>(question: string, ask: () => Promise<T>): Promise<T> {
    return asked(
      async () => {
        const result = await ask()
        keep.run(question, JSON.stringify(result, withBigints))
        return result
      },
      () => {
        const known = kept.get(question) as { result: string } | undefined
        return known === undefined ? null : (JSON.parse(known.result, asBigints) as T)
      },
    )
  }

  return {
    view: (name, args, at) =>
      remembered(JSON.stringify([name, args], withBigints), () => view(name, args, at)),
    hasCode: (address) => remembered(`code of ${address}`, () => chain.hasCode(address)),
    now: () =>
      asked(async () => {
        const time = await chain.now()
        meet.run(time, wall(), Math.max(time, (met.get() as Met | undefined)?.newest ?? 0))
        return time
      }, reached),
    contact: () => {
      const last = met.get() as Met | undefined
      if (last === undefined) return { live, at: null, ago: 0 }
      return { live, at: last.wall, ago: (reached() ?? last.chain) - last.chain }
    },
    forget: (account) => {
      const { changes } = forget.run(`%${account}%`)
      // Deleted rows would stay in the file's free pages (sqlite.org/pragma.html#pragma_secure_delete).
      database.exec('vacuum')
      return Number(changes)
    },
    close: () => database.close(),
  }
}

const wallClock = (): number => Math.floor(Date.now() / 1000)

const withBigints = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? { n: value.toString() } : value
const asBigints = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'n' in value ? BigInt(value.n as string) : value

/** Another deployment's state would be a lie here. */
function forgetOtherContract(database: DatabaseSync, { contract, chainId }: Network): void {
  const known = database.prepare('select contract, chain from origin').get() as
    | { contract: string; chain: number }
    | undefined
  if (known?.contract === contract && known.chain === chainId) return
  database.exec('delete from answer; delete from contact; delete from origin')
  database.prepare('insert into origin values (?, ?)').run(contract, chainId)
}
