import { DatabaseSync } from 'node:sqlite'
import { cidOf } from '../crypto/pointer.ts'
import type { Address, Cid, Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Pins } from '../ports/blobs.ts'
import type { Shelf, Shelved } from '../ports/shelf.ts'

const SCHEMA = `
  pragma secure_delete = on;
  create table if not exists fetched (block text primary key, bytes integer not null) strict, without rowid;
  create table if not exists record (reader text not null, patient text not null, id integer not null,
    marked integer not null default 0, used integer not null, primary key (reader, patient, id)) strict, without rowid;
  create table if not exists part (reader text not null, patient text not null, id integer not null, block text not null,
    primary key (reader, patient, id, block)) strict, without rowid;
  create index if not exists part_block on part (block);`

type Parts = {
  readonly file: string
  readonly local: Pick<Pins, 'unpin' | 'collect'>
  /** How much of shared stores may lie here, in bytes. */
  readonly limit: () => number
}

export type SqliteShelf = Shelf & {
  /** A shared store has been asked for this, and it lies here now. Only such blocks are ever let go. */
  readonly fetched: (block: Cid, bytes: number) => void
  /** It was let go of otherwise. */
  readonly gone: (block: Cid) => void
  readonly bytes: () => number
  readonly close: () => void
}

const cidFrom = (what: Pointer | Cid): Cid => (what.startsWith('0x') ? cidOf(what as Pointer) : (what as Cid))

type Row = { readonly reader: Address; readonly patient: Address; readonly id: number }

/** What came from shared stores and who reads it, in SQLite. */
export function createShelf({ file, local, limit }: Parts): SqliteShelf {
  const database = new DatabaseSync(file)
  database.exec(SCHEMA)
  const note = database.prepare('insert or ignore into fetched values (?, ?)')
  const touch = database.prepare(
    `insert into record (reader, patient, id, used) values (?, ?, ?, ?)
     on conflict do update set used = excluded.used`,
  )
  const link = database.prepare('insert or ignore into part values (?, ?, ?, ?)')
  const total = database.prepare('select coalesce(sum(bytes), 0) as bytes from fetched')
  const size = database.prepare(
    `select coalesce(sum(bytes), 0) as bytes from fetched where block in
     (select block from part join record using (reader, patient, id) where marked = 1)`,
  )
  const oldest = database.prepare(
    `select reader, patient, id from record where marked = 0 and exists
     (select 1 from part join fetched using (block) where part.reader = record.reader
       and part.patient = record.patient and part.id = record.id)
     and used < (select max(used) from record) order by used limit 1`,
  )
  const ofPatient = database.prepare(
    'select reader, patient, id from record where reader = ? and patient = ?',
  )
  const parts = database.prepare('select block from part where reader = ? and patient = ? and id = ?')
  const lone = database.prepare(
    `select 1 from fetched where block = ? and not exists (select 1 from part where part.block = fetched.block
       and (reader, patient, id) <> (?, ?, ?))`,
  )
  const unlink = database.prepare(
    'delete from part where reader = ? and patient = ? and id = ? and block = ?',
  )
  const remove = database.prepare('delete from record where reader = ? and patient = ? and id = ?')
  const forget = database.prepare('delete from fetched where block = ?')
  const setMark = database.prepare('update record set marked = ? where reader = ? and patient = ? and id = ?')
  const marks = database.prepare('select id from record where reader = ? and patient = ? and marked = 1')
  const patients = database.prepare('select distinct patient from record where reader = ?')
  let clock = Date.now()

  const bytes = (): number => (total.get() as { bytes: number }).bytes

  const partsOf = ({ reader, patient, id }: Row): Cid[] =>
    (parts.all(reader, patient, id) as { block: Cid }[]).map(({ block }) => block)

  /** A record does without a block, which goes where nothing else here needs it. Cut off, it is done again. */
  async function letGo({ reader, patient, id }: Row, block: Cid): Promise<void> {
    if (lone.get(block, reader, patient, id) !== undefined) {
      await local.unpin(block)
      forget.run(block)
    }
    unlink.run(reader, patient, id, block)
  }

  async function drop(row: Row): Promise<void> {
    for (const block of partsOf(row)) await letGo(row, block)
    remove.run(row.reader, row.patient, row.id)
  }

  return {
    fetched: (block, length) => void note.run(block, length),
    gone: (block) => void forget.run(block),
    bytes,
    put: async (reader, { patient, id }, blocks) => {
      const row = { reader, patient, id }
      const wanted = blocks.map(cidFrom)
      clock = Math.max(clock + 1, Date.now())
      touch.run(reader, patient, id, clock)
      for (const block of wanted) link.run(reader, patient, id, block)
      const replaced = partsOf(row).filter((block) => !wanted.includes(block))
      for (const block of replaced) await letGo(row, block)
      if (replaced.length > 0) await local.collect()
    },
    trim: async () => {
      const next = (): Row | null => (bytes() > limit() ? ((oldest.get() as Row | undefined) ?? null) : null)
      if (next() === null) return
      for (let row = next(); row !== null; row = next()) await drop(row)
      await local.collect()
    },
    mark: (reader, { patient, id }: Shelved, marked) => {
      setMark.run(marked ? 1 : 0, reader, patient, id)
      if (!marked || (size.get() as { bytes: number }).bytes <= limit()) return
      setMark.run(0, reader, patient, id)
      throw new Failure('E_OFFLINE_FULL', { limit: limit() })
    },
    marked: (reader, patient) =>
      new Set((marks.all(reader, patient) as { id: number }[]).map(({ id }) => id)),
    patients: (reader) => (patients.all(reader) as { patient: Address }[]).map(({ patient }) => patient),
    clear: async (reader, patient) => {
      const rows = ofPatient.all(reader, patient) as Row[]
      for (const row of rows) await drop(row)
      if (rows.length > 0) await local.collect()
    },
    close: () => database.close(),
  }
}
