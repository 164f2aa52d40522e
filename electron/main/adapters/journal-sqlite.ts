import { DatabaseSync } from 'node:sqlite'
import type { Journal } from '../ports/journal.ts'

/** @param file a path, or `:memory:` */
export function createJournal(file: string): Journal & { close: () => void } {
  const database = new DatabaseSync(file)
  // FULL: an entry that `put` returned from survives a power cut.
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    create table if not exists entry (id text primary key, state blob not null) strict;`)
  const put = database.prepare('insert or replace into entry values (?, ?)')
  const all = database.prepare('select id, state from entry order by rowid')
  const drop = database.prepare('delete from entry where id = ?')
  return {
    put: (id, state) => void put.run(id, state),
    all: () => all.all() as { id: string; state: Uint8Array }[],
    drop: (id) => void drop.run(id),
    close: () => database.close(),
  }
}
