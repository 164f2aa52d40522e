import { join } from 'node:path'
import type { JsonRpcProvider } from 'ethers'
import { createFiguresPort } from './adapters/figures-port.ts'
import { createMetrics } from './adapters/metrics-sqlite.ts'
import { createNetworkProbe } from './adapters/network-probe.ts'
import { expositionOf } from './domain/prometheus.ts'
import type { Tell } from './ipc-server.ts'
import { Measuring } from './measuring.ts'
import type { Session } from './session.ts'

type Place = {
  readonly userData: string
  readonly provider: JsonRpcProvider
  readonly tell: Tell
  readonly session: () => Session
}

/** What is timed here, what is asked of the network, and what is measured on demand. */
export function composePerformance({ userData, provider, tell, session }: Place) {
  const metrics = createMetrics(join(userData, 'metrics.sqlite'))
  const started = Date.now() / 1000
  const probe = createNetworkProbe(provider)
  return {
    metrics,
    figures: createFiguresPort(() => expositionOf(metrics.since(started))),
    probe,
    measuring: new Measuring({ session, probe, changed: (state) => tell('measurement.changed', state) }),
  }
}
