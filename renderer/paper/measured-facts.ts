import type { Measurement } from '../../electron/main/domain/measurement.ts'
import { formatBytes, formatCount, formatMoment, formatRough } from '../lib/format.ts'
import { sayOf } from './say.ts'

const say = sayOf('measurement')
const words = sayOf('performance')

/** What a measurement was made of and with, by the name of each fact. */
export function measuredFacts({
  at,
  top,
  stepSeconds,
  network,
  machine,
}: Measurement): readonly (readonly [term: string, fact: string])[] {
  const { chainId, payer, stores, copies, reading } = network
  const { app, electron, chromium, node, system, processor, processors, memory } = machine
  return [
    ['made', formatMoment(at)],
    ['zone', Intl.DateTimeFormat().resolvedOptions().timeZone],
    ['rates', say('ratesUpTo', { top: formatCount(top), seconds: formatCount(stepSeconds) })],
    ['network', say('chain', { id: chainId })],
    ['consensus', words(`network.kinds.${reading.consensus}`)],
    ['client', reading.client ?? say('untold')],
    [
      'blockTime',
      reading.blockTime === null
        ? say('untold')
        : say('seconds', { value: formatRough(reading.blockTime.mean) }),
    ],
    ['payer', say(`payers.${payer}`)],
    [
      'stores',
      stores.length === 0 ? say('embedded') : say('copies', { stores: stores.join(', '), count: copies }),
    ],
    ['app', app],
    ['runtime', say(electron === '' ? 'noElectron' : 'versions', { electron, chromium, node })],
    ['system', system],
    ['processor', say('processors', { processors: formatCount(processors), processor })],
    ['memory', formatBytes(memory)],
  ]
}
