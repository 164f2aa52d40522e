import type { performanceCalls } from '../../ipc/calls/performance.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { measurementCsv } from '../domain/measurement-csv.ts'
import { readNetwork, readPerformance, readTimes, writeTimings } from '../flows/read-performance.ts'
import type { Parts } from './parts.ts'

export const performanceHandlers = ({
  session,
  figures,
  probe,
  measuring,
  paper,
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
  'performance.measurement': () => measuring.state(),
  'performance.measure': async ({ top, confirmed }) => measuring.begin(top, confirmed, await shell.machine()),
  'performance.stopMeasuring': () => {
    session.assertAdmin()
    measuring.stop()
  },
  'performance.saveMeasurement': async () => {
    const measurement = measuring.last()
    const pdf = await paper.print({ kind: 'measurement', measurement })
    const beside = { ending: 'csv', bytes: measurementCsv(measurement) }
    return { saved: await shell.saveFile('medical-chain-measurement.pdf', pdf, beside) }
  },
})
