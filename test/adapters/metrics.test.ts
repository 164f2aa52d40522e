import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { createMetrics } from '../../electron/main/adapters/metrics-sqlite.ts'
import { quantile, summarise, type Timing, timingsCsv } from '../../electron/main/domain/performance.ts'
import { spanOf } from '../../electron/main/flows/read-performance.ts'

const folder = mkdtempSync(join(tmpdir(), 'medical-chain-metrics-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NOW = Date.UTC(2026, 4, 20, 10, 30) / 1000
const timing = (change: Partial<Timing> = {}): Timing => ({
  act: 'add',
  at: NOW - 60,
  milliseconds: 120.5,
  parts: { sealing: 20.5, recording: 100 },
  bytes: 4100,
  gas: 130_000,
  code: null,
  ...change,
})
const clock = (day = 0) => ({ now: () => new Date((NOW + day * 86_400) * 1000) })

describe('timings of acts', () => {
  it('are there after a restart, oldest first', () => {
    const file = join(folder, 'kept.sqlite')
    const first = createMetrics(file, clock().now)
    first.note(timing())
    first.note(timing({ at: NOW - 120, code: 'E_CHAIN_UNREACHABLE', bytes: null }))
    first.close()
    const again = createMetrics(file, clock().now)
    expect(again.since(0)).toEqual([
      timing({ at: NOW - 120, code: 'E_CHAIN_UNREACHABLE', bytes: null }),
      timing(),
    ])
    expect(again.since(NOW - 90)).toEqual([timing()])
    again.close()
  })

  it('are gone after 90 days', () => {
    const file = join(folder, 'old.sqlite')
    const first = createMetrics(file, clock().now)
    first.note(timing())
    first.close()
    const kept = createMetrics(file, clock(89).now)
    expect(kept.since(0)).toHaveLength(1)
    kept.close()
    const late = createMetrics(file, clock(91).now)
    expect(late.since(0)).toEqual([])
    late.close()
  })

  it('start anew where their file is damaged, at its beginning or in its middle', () => {
    for (const damage of [
      () => Buffer.from('this is no database, and never was one'),
      (whole: Buffer) => Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 7)]),
    ]) {
      const file = join(folder, 'damaged.sqlite')
      const first = createMetrics(file, clock().now)
      for (let count = 0; count < 500; count += 1) first.note(timing())
      first.close()
      writeFileSync(file, damage(readFileSync(file)))
      const again = createMetrics(file, clock().now)
      expect(again.since(0)).toEqual([])
      again.note(timing())
      expect(again.since(0)).toEqual([timing()])
      again.close()
    }
  })

  it('go on in a file from before gas was noted', () => {
    const file = join(folder, 'before.sqlite')
    const before = new DatabaseSync(file)
    before.exec(`create table timing (at integer not null, act text not null, milliseconds real not null,
      parts text not null, bytes integer, code text) strict`)
    before.prepare('insert into timing values (?, ?, ?, ?, ?, ?)').run(NOW - 90, 'view', 8, '{}', 10, null)
    before.close()
    const metrics = createMetrics(file, clock().now)
    metrics.note(timing())
    expect(metrics.since(0)).toMatchObject([{ act: 'view', bytes: 10, gas: null }, timing()])
    metrics.close()
  })

  it('are never what an act fails for', () => {
    const metrics = createMetrics(join(folder, 'closed.sqlite'), clock().now)
    metrics.close()
    expect(() => metrics.note(timing())).not.toThrow()
  })
})

describe('what is made of them', () => {
  it('has quantiles that are exact', () => {
    const values = Array.from({ length: 997 }, (_, index) => ((index * 7919) % 997) + 0.5)
    const sorted = values.toSorted((a, b) => a - b)
    for (const share of [0.5, 0.95, 0.99, 1]) {
      const found = quantile(sorted, share)
      // By counting: the smallest value that a share of all are not above.
      expect(values.filter((value) => value <= found).length / 997).toBeGreaterThanOrEqual(share)
      expect(values.filter((value) => value < found).length / 997).toBeLessThan(share)
    }
    expect(quantile([3], 0.5)).toBe(3)
  })

  it('counts by act, step and code, and takes nobody’s no for a failure', () => {
    const span = spanOf('day', new Date(NOW * 1000))
    const found = summarise(
      [
        timing({ milliseconds: 100 }),
        timing({ milliseconds: 300, gas: null }),
        timing({ at: NOW - 7200, milliseconds: 200, parts: { sealing: 30 }, gas: 90_000 }),
        timing({ code: 'E_STORE_UNREACHABLE' }),
        timing({ code: 'E_CONFIRM_DECLINED' }),
        timing({ act: 'view', bytes: 10 }),
      ],
      span,
      null,
    )
    expect(found.acts).toEqual([
      {
        act: 'add',
        done: 3,
        failed: 1,
        times: { p50: 200, p95: 300, p99: 300, longest: 300 },
        parts: { sealing: 20.5, recording: 100 },
        bytes: 12_300,
        gas: 90_000,
      },
      expect.objectContaining({ act: 'view', done: 1, failed: 0 }),
    ])
    expect(found.of).toBe('add')
    expect(found.steps).toHaveLength(24)
    expect(found.steps.at(-1)).toMatchObject({ done: 2, failed: 1, times: { p50: 100, p95: 300 } })
    expect(found.steps.at(-3)).toMatchObject({ done: 1, failed: 0 })
    expect(found.steps.at(-2)).toMatchObject({ done: 0, times: null })
    expect(found.spread.filter(({ count }) => count > 0)).toEqual([
      { upTo: 100, count: 1 },
      { upTo: 250, count: 1 },
      { upTo: 500, count: 1 },
    ])
    expect(found.failures).toEqual([{ act: 'add', code: 'E_STORE_UNREACHABLE', count: 1 }])
  })

  it.each(['hour', 'day', 'quarter'] as const)('the last %s ends with the step that goes on', (name) => {
    const now = new Date(NOW * 1000)
    const { from, step, steps } = spanOf(name, now)
    const end = from + step * steps
    expect(end).toBeGreaterThan(NOW)
    expect(end - step).toBeLessThanOrEqual(NOW)
    expect(new Date(from * 1000).getMinutes() % 5).toBe(0)
  })

  it('is a table by RFC 4180', () => {
    const csv = timingsCsv([
      timing({ at: NOW }),
      timing({ at: NOW, act: 'give', bytes: null, gas: null, code: 'E_STALE' }),
    ])
    expect(new TextDecoder().decode(csv)).toBe(
      'minute,act,code,milliseconds,bytes,gas,preparing,sealing,reading,uploading,recording,rekeying\r\n' +
        '2026-05-20T10:30:00.000Z,add,,120.5,4100,130000,,20.5,,,100,\r\n' +
        '2026-05-20T10:30:00.000Z,give,E_STALE,120.5,,,,20.5,,,100,\r\n',
    )
  })
})
