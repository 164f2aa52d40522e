import { csvOf } from './csv.ts'
import type { MeasuredStep, Measurement } from './measurement.ts'

const COLUMNS = [
  'acts_per_second_asked',
  'acts_per_second_reached',
  'acts',
  'recorded',
  'failed',
  'p50_milliseconds',
  'p95_milliseconds',
  'transactions',
] as const

const toTenths = (milliseconds: number): number => Math.round(10 * milliseconds) / 10

const lineOf = ({ asked, reached, acts, done, failed, p50, p95, transactions }: MeasuredStep) => [
  ...[asked, Math.round(1000 * reached) / 1000, acts, done, failed],
  ...[toTenths(p50), toTenths(p95), transactions],
]

/** A measurement as a table, one rate a line, below what it was made with. It names no person, record, address or computer. */
export function measurementCsv(measurement: Measurement): Uint8Array {
  const { at, top, stepSeconds, steps, knee, ended, code, storing, left, network, machine } = measurement
  const { clinic, chainId, payer, stores, copies, reading } = network
  return csvOf([
    ['began', new Date(1000 * at).toISOString()],
    ['clinic', clinic],
    ['chain', chainId],
    ['consensus', reading.consensus],
    ['client', reading.client],
    ['block_seconds', reading.blockTime?.mean ?? null],
    ['payer', payer],
    ['stores', stores.length === 0 ? 'embedded' : stores.join(' ')],
    ['copies', copies],
    ['app', machine.app],
    ['electron', machine.electron],
    ['chromium', machine.chromium],
    ['node', machine.node],
    ['system', machine.system],
    ['processor', machine.processor],
    ['processors', machine.processors],
    ['memory_bytes', machine.memory],
    ['highest_rate_asked', top],
    ['seconds_per_rate', stepSeconds],
    ['record_bytes', storing?.bytes ?? null],
    ['storing_p50_milliseconds', storing === null ? null : toTenths(storing.p50)],
    ['storing_p95_milliseconds', storing === null ? null : toTenths(storing.p95)],
    ['pieces_left', left],
    ['ended', ended],
    ['code', code],
    ['highest_rate_kept_up', knee],
    ['knee', ended === 'bent' ? knee : null],
    [],
    COLUMNS,
    ...steps.map(lineOf),
  ])
}
