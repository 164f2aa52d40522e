import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { KEPT_SECONDS, type Timing } from '../domain/performance.ts'
import type { Metrics } from '../ports/metrics.ts'

const SCHEMA = `
  pragma journal_mode = wal;
  pragma synchronous = normal;
  create table if not exists timing (at integer not null, act text not null, milliseconds real not null,
    parts text not null, bytes integer, code text, gas integer) strict;
  create index if not exists timing_at on timing (at);`

type Row = Omit<Timing, 'parts'> & { readonly parts: string }

/**
 * Timings in SQLite. A file that can't be read starts anew: nothing that matters to anybody's care is in it.
 * @param file a path, or `:memory:`
 */
export function createMetrics(
  file: string,
  now: () => Date = () => new Date(),
): Metrics & { readonly close: () => void } {
  const database = openAnew(file)
  const insert = database.prepare('insert into timing values (?, ?, ?, ?, ?, ?, ?)')
  const prune = database.prepare('delete from timing where at < ?')
  const since = database.prepare('select * from timing where at >= ? order by at, rowid')
  const oldest = (): number => Math.floor(now().getTime() / 1000) - KEPT_SECONDS
  prune.run(oldest())
  return {
    note: ({ at, act, milliseconds, parts, bytes, code, gas }) => {
      try {
        insert.run(at, act, milliseconds, JSON.stringify(parts), bytes, code, gas)
        prune.run(oldest())
      } catch {
        // A full disk tells of itself where it matters.
      }
    },
    since: (at) =>
      (since.all(Math.max(at, oldest())) as Row[]).map((row) => ({ ...row, parts: JSON.parse(row.parts) })),
    close: () => database.close(),
  }
}

function openAnew(file: string): DatabaseSync {
  try {
    return open(file)
  } catch {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
    return open(file)
  }
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  try {
    database.exec(SCHEMA)
    const columns = database.prepare('pragma table_info(timing)').all() as { name: string }[]
    // Files from before gas was noted.
    if (!columns.some(({ name }) => name === 'gas'))
      database.exec('alter table timing add column gas integer')
    const [found] = database.prepare('pragma quick_check').all() as { quick_check: string }[]
    if (found?.quick_check !== 'ok') throw new Error(found?.quick_check)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
