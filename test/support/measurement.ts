import type { Machine, MeasuredStep, Measurement } from '../../electron/main/domain/measurement.ts'

export const MACHINE: Machine = {
  ...{ app: '1.0.0', electron: '44.4.0', chromium: '150.0.7988.2', node: '24.21.0' },
  ...{ system: 'Linux 6.18 x64', processor: 'Some "fast", processor', processors: 2, memory: 8_000_000_000 },
}

const step = (asked: number, reached: number, p50: number, p95: number): MeasuredStep => {
  const acts = asked * 10
  return { asked, reached, acts, done: acts, failed: 0, p50, p95, transactions: acts }
}

/** A network whose latency bends above 8 acts a second. */
export const MEASURED: Measurement = {
  at: 1_795_985_824,
  top: 32,
  stepSeconds: 10,
  steps: [
    step(1, 0.94, 1210, 2050),
    step(2, 1.84, 1190, 2080),
    step(4, 3.71, 1230, 2110),
    step(8, 7.2, 1410, 2460),
    step(16, 9.8, 5210, 8120.44),
  ],
  knee: 8,
  ended: 'bent',
  code: null,
  storing: { p50: 38.2, p95: 61, bytes: 4096 },
  left: 0,
  network: {
    ...{ clinic: 'Riverside Clinic', chainId: 31_337, payer: 'node', stores: ['kubo', 'pinata'], copies: 2 },
    reading: {
      ...{ client: 'anvil/v1.5.0', consensus: 'development', validators: null, block: 90 },
      ...{ blockAt: 1_795_985_820, blocks: 60, blockTime: { mean: 2, spread: 0.1, longest: 3 } },
      ...{ transactionsPerSecond: 1, gasPerSecond: 1, gasUse: 0.1, baseFee: null, difficulty: null },
      ...{ pending: null, finalLag: null, safeLag: null, peers: null, replaced: 0 },
    },
  },
  machine: MACHINE,
}
