import type { performanceCalls } from '../../ipc/calls/performance.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { readNetwork, readPerformance, readTimes, writeTimings } from '../flows/read-performance.ts'
import type { Parts } from './parts.ts'

export const performanceHandlers = ({
  session,
  figures,
  probe,
  shell,
}: Parts): Handlers<typeof performanceCalls> => ({
  'performance.acts': ({ span, act }) => {
    session.assertAdmin()
    return readPerformance(session.world, span, act)
  },
  'performance.short': () => readTimes(session.world),
  'performance.network': () => {
    session.assertAdmin()
    return readNetwork(session.world, probe)
  },
  'performance.port': () => figures.state(),
  'performance.saveCsv': async () => {
    session.assertAdmin()
    return { saved: await shell.saveFile('medical-chain-performance.csv', writeTimings(session.world)) }
  },
})
