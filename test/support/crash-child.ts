import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FsBlockstore } from 'blockstore-fs'
import { FsDatastore } from 'datastore-fs'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { watchWitness } from '../../electron/main/adapters/chain-witness.ts'
import { diskSources } from '../../electron/main/adapters/files-disk.ts'
import { createIndex } from '../../electron/main/adapters/index-sqlite.ts'
import { createJournal } from '../../electron/main/adapters/journal-sqlite.ts'
import { createCarrier } from '../../electron/main/adapters/ledger-carrier.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import { createMetrics } from '../../electron/main/adapters/metrics-sqlite.ts'
import { createShelf } from '../../electron/main/adapters/shelf-sqlite.ts'
import { createSpool } from '../../electron/main/adapters/spool-disk.ts'
import { startVaultThread } from '../../electron/main/adapters/vault-thread.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'
import type { JobView } from '../../electron/main/domain/job.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import type { SpecialtyCode } from '../../electron/main/domain/specialty.ts'
import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { memoryStore } from '../../tools/stand-ins/memory-store.ts'
import { bundled } from './bundled.ts'
import { LETTER, terms } from './cast.ts'
import { openClassifier } from './classifier.ts'
import { addressAt, PASSPHRASE, ScriptedWallet } from './clinic.ts'

/**
 * One person's machine in a process of its own, which kills itself at the n-th step that leaves a trace: before
 * something is written, stored, signed or sent. Prints the number of steps when it lives to the end.
 */
export type Plan = {
  readonly network: Network
  readonly index: number
  readonly folder: string
  readonly killAt: number
  readonly work:
    | { readonly kind: 'add'; readonly path: string }
    | { readonly kind: 'give' | 'remove'; readonly reader: Address }
    | { readonly kind: 'share'; readonly reader: Address; readonly record: number }
    | { readonly kind: 'move'; readonly record: number; readonly specialty: SpecialtyCode }
    | null
}

const plan = JSON.parse(process.argv[2]!) as Plan
let steps = 0

function step(): void {
  steps += 1
  if (steps === plan.killAt) process.kill(process.pid, 'SIGKILL')
}

/** The same object, with a step before each call of these methods: after one call is before the next. */
function stepping<T extends object>(target: T, methods: readonly string[]): T {
  return new Proxy(target, {
    get: (object, name) => {
      const value = Reflect.get(object, name) as unknown
      if (typeof value !== 'function' || !methods.includes(String(name))) return value
      return (...args: unknown[]) => {
        step()
        return value.apply(object, args) as unknown
      }
    },
  })
}

const { network, folder, index } = plan
const provider = connect(network)
const view = viewsOf(provider, network)
const state = createLedgerState(view, chainOf(provider))
const wallet = stepping(new ScriptedWallet(index, network), ['signAct'])
const carrier = stepping(createCarrier({ network, provider, view, state, wallet }), ['carry'])
const blobs = await createHeliaBlobs({
  blockstore: new FsBlockstore(join(folder, 'blocks')),
  datastore: new FsDatastore(join(folder, 'data')),
})
const { vault, end } = startVaultThread(bundled('vault-worker'), network)
await vault.open(readFileSync(join(folder, 'vault')), PASSPHRASE, new Uint8Array(32))
const world: World = {
  network,
  deployment: network,
  ledger: {
    ...state,
    payer: carrier.payer,
    stamp: carrier.stamp,
    carry: carrier.carry,
    isUnderWay: carrier.isUnderWay,
  },
  index: createIndex(join(folder, 'index.sqlite'), network, provider, view),
  blobs: stepping(blobs, ['putBlock', 'putFile', 'unpin']),
  witness: watchWitness({ network, provider, changed: () => undefined }),
  shelf: createShelf({ file: ':memory:', local: blobs, limit: () => 1e9 }),
  wallet,
  confirm: { ask: async () => undefined },
  classifier: openClassifier(),
  metrics: createMetrics(':memory:'),
  now: () => new Date(),
  me: addressAt(index),
  signer: addressAt(index),
  vault,
  journal: stepping(createJournal(join(folder, 'journal.sqlite')), ['put', 'drop']),
  spool: stepping(createSpool(join(folder, 'spool')), ['write', 'drop']),
  learned: memoryStore(),
}
const views = new Map<string, JobView>()
const jobs = new JobRunner(world, diskSources, {
  changed: (job) => void views.set(job.id, job),
  gone: (id) => void views.delete(id),
})
await world.index.sync()
await jobs.resume()
const { work } = plan
if (work?.kind === 'add') await jobs.add({ patient: world.me, ...LETTER }, await diskSources.at(work.path))
if (work?.kind === 'give') await jobs.give({ reader: work.reader, ...terms() })
if (work?.kind === 'share') {
  const { readerName, until } = terms()
  await jobs.give({ reader: work.reader, readerName, records: [work.record], until })
}
if (work?.kind === 'move') await jobs.move(work.record, 'Letter', { specialty: work.specialty })
if (work?.kind === 'remove') await jobs.remove(work.reader, 'Dr', [0, 1])
while ([...views.values()].some((job) => job.state === 'running'))
  await new Promise((done) => setTimeout(done, 20))
const failed = [...views.values()].find((job) => job.failure !== null)
jobs.stop()
await end()
await blobs.stop()
provider.destroy()
// Idle connections would keep the process for seconds.
process.stdout.write(`${JSON.stringify({ steps, failure: failed?.failure ?? null })}\n`, () =>
  process.exit(0),
)
