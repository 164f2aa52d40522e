import { DatabaseSync } from 'node:sqlite'
import type { ActName } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import type { Network } from '../domain/network.ts'
import type { TransactionState } from '../domain/transaction.ts'

const SCHEMA = `
  create table if not exists origin (contract text not null, chain integer not null) strict;
  create table if not exists entry (
    id integer primary key, account text not null, digest text not null, act text not null, signer text not null,
    signature text not null, data text not null, gas integer not null, state text not null, block integer, block_hash text, cost text,
    failure text, at integer not null, unique (account, digest)
  ) strict;
  create table if not exists version (
    hash text primary key, entry integer not null references entry, nonce integer not null, kind text not null,
    raw text not null, gas integer not null, max_fee text not null, tip text not null
  ) strict;
  create index if not exists entry_block on entry (account, block);
  create index if not exists version_entry on version (entry);
  create table if not exists setting (name text primary key, value text not null) strict;
  pragma journal_mode = wal;
  pragma synchronous = full;`

/** An act to be brought, as it will stand in a transaction. */
export type Packed = {
  readonly act: ActName
  readonly digest: Hex32
  readonly signer: Address
  readonly signature: Hex32
  readonly data: Hex32
}

export type Entry = Packed & {
  readonly id: number
  readonly gas: number
  readonly state: TransactionState
  readonly block: number | null
  readonly block_hash: string | null
  /** What it has cost, in decimal digits, once it is in a block. */
  readonly cost: string | null
  /** Code and rule of a refusal. */
  readonly failure: string | null
  readonly at: number
}

/** One signed transaction for an entry: the first, one that pays more, or the empty one that calls it off. */
export type Version = {
  readonly hash: Hex32
  readonly nonce: number
  readonly kind: 'act' | 'cancel'
  readonly raw: string
  readonly gas: number
  readonly max_fee: string
  readonly tip: string
}

type Change = Partial<Pick<Entry, 'state' | 'block' | 'block_hash' | 'cost' | 'failure'>>

/** The queue on disk: public data and signed transactions only. What a method wrote is on disk when it returns. */
export function openRows(file: string, network: Network, account: Address) {
  const database = new DatabaseSync(file)
  database.exec(SCHEMA)
  forgetOtherContract(database, network)
  const entries = (where: string, ...values: (string | number)[]): Entry[] =>
    database
      .prepare(`select * from entry where account = ? and ${where}`)
      .all(account, ...values) as unknown as Entry[]
  const addEntry = database.prepare(
    "insert into entry values (null, ?, ?, ?, ?, ?, ?, ?, 'draft', null, null, null, null, ?)",
  )
  // The same bytes again are the same version.
  const addVersion = database.prepare('insert or ignore into version values (?, ?, ?, ?, ?, ?, ?, ?)')
  const taken = database.prepare(
    "select 1 from version join entry on entry.id = version.entry where account = ? and nonce = ? and state <> 'refused'",
  )
  const versionsOf = database.prepare('select * from version where entry = ? order by rowid')

  function sign(id: number, { hash, nonce, kind, raw, gas, max_fee, tip }: Version): void {
    addVersion.run(hash, id, nonce, kind, raw, gas, max_fee, tip)
  }

  /** Each look says again what is known: only news is written. */
  function change(id: number, fields: Change): void {
    const [known] = entries('id = ?', id)
    const names = (Object.keys(fields) as (keyof Change)[]).filter((name) => known?.[name] !== fields[name])
    if (names.length === 0) return
    database
      .prepare(`update entry set ${names.map((name) => `${name} = ?`).join(', ')} where id = ?`)
      .run(...names.map((name) => fields[name] ?? null), id)
  }

  return {
    get: (id: number): Entry | null => entries('id = ?', id)[0] ?? null,
    byDigest: (digest: Hex32): Entry | null => entries('digest = ?', digest)[0] ?? null,
    /** Whatever the chain may still take or take back: not refused, and not deeper than this block. */
    open: (deepest: number): Entry[] =>
      entries("state <> 'refused' and (block is null or block > ?) order by id", deepest),
    since: (at: number): Entry[] => entries('at >= ?', at),
    recent: (count: number): Entry[] => entries('true order by id desc limit ?', count),
    versions: (id: number): Version[] => versionsOf.all(id) as unknown as Version[],
    /** Whether a number is given out; one that was refused before it left is free again. */
    isTaken: (nonce: number): boolean => taken.get(account, nonce) !== undefined,
    /** The entry and its first transaction, or neither. */
    add: (packed: Packed, gas: number, at: number, version: Version): number => {
      const { digest, act, signer, signature, data } = packed
      database.exec('begin')
      try {
        const { lastInsertRowid } = addEntry.run(account, digest, act, signer, signature, data, gas, at)
        sign(Number(lastInsertRowid), version)
        database.exec('commit')
        return Number(lastInsertRowid)
      } catch (error) {
        database.exec('rollback')
        throw error
      }
    },
    sign,
    change,
    limit: (): bigint | null => {
      const row = database.prepare("select value from setting where name = 'limit'").get()
      return row === undefined ? null : BigInt((row as { value: string }).value)
    },
    setLimit: (limit: bigint): void => {
      database.prepare("insert or replace into setting values ('limit', ?)").run(limit.toString())
    },
    close: () => database.close(),
  }
}

export type Rows = ReturnType<typeof openRows>

/** Numbers and hashes of another deployment mean nothing here. */
function forgetOtherContract(database: DatabaseSync, { contract, chainId }: Network): void {
  const known = database.prepare('select contract, chain from origin').get() as
    | { contract: string; chain: number }
    | undefined
  if (known?.contract === contract && known.chain === chainId) return
  database.exec('delete from version; delete from entry; delete from origin')
  database.prepare('insert into origin values (?, ?)').run(contract, chainId)
}
