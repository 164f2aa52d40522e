import type { ActName } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import type { Network } from '../domain/network.ts'
import type { TransactionState } from '../domain/transaction.ts'
import { openQueueFile } from './relayer-file.ts'

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
  /** Code of a refusal. */
  readonly failure: string | null
  readonly at: number
}

/** A signed transaction: the first with its number, one that pays more, or one that leaves out what was called off. */
export type Signed = {
  readonly hash: Hex32
  readonly nonce: number
  readonly raw: string
  readonly gas: number
  readonly max_fee: string
  readonly tip: string
}

/** An act in a transaction. */
export type Seat = {
  readonly entry: number
  /** Where it stands among the acts that are brought; null where the transaction calls it off. */
  readonly place: number | null
  /** Its part of the gas limit. All parts together are the limit. */
  readonly share: number
}

/** A transaction as one of its acts sees it. */
export type Version = Signed & Seat

type Change = Partial<Pick<Entry, 'state' | 'block' | 'block_hash' | 'cost' | 'failure'>>

/** The queue on disk: public data and signed transactions only. What a method wrote is on disk when it returns. */
export function openRows(file: string, network: Network, account: Address) {
  const database = openQueueFile(file, network)
  const entries = (where: string, ...values: (string | number)[]): Entry[] =>
    database
      .prepare(`select * from entry where account = ? and ${where}`)
      .all(account, ...values) as unknown as Entry[]
  const addEntry = database.prepare(
    "insert into entry values (null, ?, ?, ?, ?, ?, ?, ?, 'draft', null, null, null, null, ?)",
  )
  // The same bytes again are the same transaction.
  const addSigned = database.prepare('insert or ignore into signed values (?, ?, ?, ?, ?, ?)')
  const addSeat = database.prepare('insert or ignore into seat values (?, ?, ?, ?)')
  const taken = database.prepare(
    `select 1 from signed join seat on seat.hash = signed.hash join entry on entry.id = seat.entry
     where account = ? and nonce = ? and state <> 'refused'`,
  )
  const versionsOf = database.prepare(
    'select signed.*, entry, place, share from signed join seat on seat.hash = signed.hash where entry = ? order by signed.rowid',
  )
  const seatsIn = database.prepare(
    'select entry, place, share from seat where hash = ? order by place, entry',
  )

  function together<T>(write: () => T): T {
    database.exec('begin')
    try {
      const written = write()
      database.exec('commit')
      return written
    } catch (error) {
      database.exec('rollback')
      throw error
    }
  }

  function sign({ hash, nonce, raw, gas, max_fee, tip }: Signed, seats: readonly Seat[]): void {
    addSigned.run(hash, nonce, raw, gas, max_fee, tip)
    for (const { entry, place, share } of seats) addSeat.run(hash, entry, place, share)
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

  const byDigest = (digest: Hex32): Entry | null => entries('digest = ?', digest)[0] ?? null

  function enter({ digest, act, signer, signature, data }: Packed, gas: number, at: number): number {
    const before = byDigest(digest)
    if (before === null)
      return Number(addEntry.run(account, digest, act, signer, signature, data, gas, at).lastInsertRowid)
    change(before.id, { state: 'draft', block: null, failure: null })
    return before.id
  }

  return {
    get: (id: number): Entry | null => entries('id = ?', id)[0] ?? null,
    byDigest,
    /**
     * Whatever the chain may still take or take back: in no block and not refused, or not deeper than this block. What a
     * block refused may be taken when that block comes again in another order.
     */
    open: (deepest: number): Entry[] =>
      entries("((block is null and state <> 'refused') or block > ?) order by id", deepest),
    /** On its way, and in no block. */
    pending: (): Entry[] => entries("block is null and state <> 'refused'"),
    since: (at: number): Entry[] => entries('at >= ?', at),
    recent: (count: number): Entry[] => entries('true order by id desc limit ?', count),
    versions: (id: number): Version[] => versionsOf.all(id) as unknown as Version[],
    /** All acts that a transaction speaks of, those it calls off first. */
    seats: (hash: Hex32): Seat[] => seatsIn.all(hash) as unknown as Seat[],
    /** Whether a number is given out; one that was refused before it left is free again. */
    isTaken: (nonce: number): boolean => taken.get(account, nonce) !== undefined,
    /** The acts and the transaction that brings them, or nothing. @returns the entries, in the order of the acts */
    keep: (acts: readonly { packed: Packed; gas: number }[], at: number, signed: Signed): number[] =>
      together(() => {
        const ids = acts.map(({ packed, gas }) => enter(packed, gas, at))
        sign(
          signed,
          ids.map((entry, place) => ({ entry, place, share: acts[place]!.gas })),
        )
        return ids
      }),
    sign: (signed: Signed, seats: readonly Seat[]): void => together(() => sign(signed, seats)),
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
