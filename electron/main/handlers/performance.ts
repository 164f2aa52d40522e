import type { performanceCalls } from '../../ipc/calls/performance.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { readNetwork, readPerformance, writeTimings } from '../flows/read-performance.ts'
import type { Parts } from './parts.ts'

export const performanceHandlers = ({ session, probe, shell }: Parts): Handlers<typeof performanceCalls> => ({
  'performance.acts': ({ span, act }) => readPerformance(session.world, span, act),
  'performance.network': () => readNetwork(session.world, probe),
  'performance.saveCsv': async () => ({
    saved: await shell.saveFile('medical-chain-performance.csv', writeTimings(session.world)),
  }),
})
