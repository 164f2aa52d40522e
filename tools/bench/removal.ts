import { randomBytes } from 'node:crypto'
import type { World } from '../../electron/main/flows/world.ts'
import { openBenchClinic } from './clinic.ts'
import { fill } from './fill.ts'
import { Stopwatch, seconds } from './measure.ts'
import { finish, inAYear, settle } from './people.ts'

export type Removal = {
  readonly records: number
  readonly megabytes: number
  readonly total: number
  readonly chain: number
  readonly crypto: number
  readonly store: number
  readonly rest: number
}

/** Takes a doctor's access to a full folder away: block, new keys for every record, one act. */
export async function measureRemoval(records: number, megabytes: number): Promise<Removal> {
  const clinic = await openBenchClinic()
  try {
    const { doctor, patient } = await settle(clinic)
    await fill(clinic, patient.world, records, Uint8Array.from(randomBytes(megabytes * 1_000_000)), 2)
    const reader = doctor.world.me
    await finish(patient.world, (jobs) =>
      jobs.give({
        reader,
        readerName: 'Some doctor',
        folders: [0, 1],
        specialties: [],
        mayAdd: true,
        until: inAYear(),
      }),
    )
    const watch = new Stopwatch()
    const world: World = {
      ...patient.world,
      ledger: watch.watch('chain', patient.world.ledger),
      index: watch.watch('chain', patient.world.index),
      vault: watch.watch('vault', patient.world.vault),
      blobs: watched(watch, patient.world.blobs),
      spool: watch.watch('spool', patient.world.spool),
    }
    const total = await seconds(() => finish(world, (jobs) => jobs.remove(reader, 'Some doctor', [0, 1])))
    return { records, megabytes, total, ...shares(watch.total, total) }
  } finally {
    await clinic.close()
  }
}

/** Reading is timed by itself: the vault does it, in the middle of its own work. */
function watched(watch: Stopwatch, blobs: World['blobs']): World['blobs'] {
  const store = watch.watch('store', blobs)
  const { getFile } = watch.watch('read', blobs)
  return new Proxy(store, { get: (target, key) => (key === 'getFile' ? getFile : Reflect.get(target, key)) })
}

/**
 * The vault pulls the old content out of the store while it is pulled itself, so the store's reads are taken out of
 * the vault's time; and the store pulls the spool, whose reads stay with the store.
 */
function shares(waited: Readonly<Record<string, number>>, total: number) {
  const { chain = 0, vault = 0, store = 0, read = 0 } = waited
  const crypto = Math.max(0, vault - read)
  const stored = store + read
  return { chain, crypto, store: stored, rest: Math.max(0, total - chain - crypto - stored) }
}
