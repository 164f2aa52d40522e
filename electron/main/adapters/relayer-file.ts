import { DatabaseSync } from 'node:sqlite'
import type { Network } from '../domain/network.ts'

const SCHEMA = `
  create table if not exists origin (contract text not null, chain integer not null) strict;
  create table if not exists entry (
    id integer primary key, account text not null, digest text not null, act text not null, signer text not null,
    signature text not null, data text not null, gas integer not null, state text not null, block integer, block_hash text, cost text,
    failure text, at integer not null, unique (account, digest)
  ) strict;
  create table if not exists signed (
    hash text primary key, nonce integer not null, raw text not null, gas integer not null, max_fee text not null,
    tip text not null
  ) strict;
  create table if not exists seat (
    hash text not null references signed, entry integer not null references entry, place integer, share integer not null,
    primary key (hash, entry)
  ) strict;
  create index if not exists entry_block on entry (account, block);
  create index if not exists signed_nonce on signed (nonce);
  create index if not exists seat_entry on seat (entry);
  create table if not exists setting (name text primary key, value text not null) strict;
  pragma journal_mode = wal;
  pragma synchronous = full;`

/** The file of the queue, for this contract. */
export function openQueueFile(file: string, network: Network): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec(SCHEMA)
  takeOver(database)
  forgetOtherContract(database, network)
  return database
}

/** Files from before acts shared transactions: each version brought one act, or called it off. */
function takeOver(database: DatabaseSync): void {
  if (database.prepare("select 1 from sqlite_master where name = 'version'").get() === undefined) return
  database.exec(`begin;
    insert into signed select hash, nonce, raw, gas, max_fee, tip from version order by rowid;
    insert into seat select hash, entry, case kind when 'act' then 0 end, gas from version;
    drop table version;
    commit`)
}

/** Numbers and hashes of another deployment mean nothing here. */
function forgetOtherContract(database: DatabaseSync, { contract, chainId }: Network): void {
  const known = database.prepare('select contract, chain from origin').get() as
    | { contract: string; chain: number }
    | undefined
  if (known?.contract === contract && known.chain === chainId) return
  database.exec('delete from seat; delete from signed; delete from entry; delete from origin')
  database.prepare('insert into origin values (?, ?)').run(contract, chainId)
}
