import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FsBlockstore } from 'blockstore-fs'
import { FsDatastore } from 'datastore-fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { listFolders } from '../../electron/main/flows/list-folders.ts'
import { listGrants } from '../../electron/main/flows/list-grants.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { bundled } from '../support/bundled.ts'
import { register } from '../support/cast.ts'
import { openClinic, PASSPHRASE, type Person } from '../support/clinic.ts'
import type { Plan } from '../support/crash-child.ts'

const PATIENT = 3
const CARDIOLOGY = '394579002'
const FULL = process.env.MEDICAL_CHAIN_FULL === '1'
/** Short jobs are killed at every other step, long ones at every fourth; in the full run all of them at every one. */
const [SHORT, LONG] = FULL ? [1, 1] : [2, 4]

type End = {
  readonly signal: string | null
  readonly steps: number
  readonly failure: { code: string } | null
}

/** Runs the patient's machine until it ends or kills itself. */
function run(plan: Plan): Promise<End> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [fileURLToPath(bundled('crash-child')), JSON.stringify(plan)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (piece) => {
      output += piece
    })
    child.once('close', (_, signal) => {
      const last = output.trim().split('\n').at(-1) ?? ''
      done({ signal, steps: 0, failure: null, ...(last.startsWith('{') ? JSON.parse(last) : {}) })
    })
  })
}

describe('the app is killed', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let patient: Person
  let doctor: Person
  let relative: Person
  let folder: string
  let snapshot: string

  beforeAll(async () => {
    clinic = await openClinic()
    const admin = await clinic.person(0)
    doctor = await clinic.person(1)
    relative = await clinic.person(4)
    patient = await clinic.person(PATIENT)
    folder = join(clinic.folder, 'machine')
    mkdirSync(folder)
    // The child opens the very vault that the patient joins with here.
    writeFileSync(
      join(folder, 'vault'),
      await patient.world.vault.create(patient.world.me, PASSPHRASE, new Uint8Array(32)),
    )
    await clinic.join(admin, ['admin'])
    await register(admin, doctor, 'doctor')
    await register(admin, relative, 'doctor')
    await register(admin, patient, 'patient')
    await clinic.join(doctor, ['doctor'])
    await clinic.join(relative, ['doctor'])
    await clinic.join(patient, ['patient'])
    await copyStore()
    writeFileSync(join(folder, 'letter.txt'), 'a letter of some length')
    snapshot = await clinic.provider.send('evm_snapshot', [])
    cpSync(folder, `${folder}-before`, { recursive: true })
  })
  afterAll(() => clinic.close())

  /** What has been published so far, from memory to the machine's disk. */
  async function copyStore(): Promise<void> {
    const disk = await diskStore()
    await doctor.world.index.sync()
    for (const event of doctor.world.index.events({})) {
      for (const value of Object.values(event.fields).flat()) {
        if (typeof value !== 'string' || value.length !== 66) continue
        const block = await clinic.blobs.getBlock(value as never).catch(() => null)
        if (block !== null) await disk.putBlock(block as never)
      }
    }
    await disk.stop()
  }

  const diskStore = () =>
    createHeliaBlobs({
      blockstore: new FsBlockstore(join(folder, 'blocks')),
      datastore: new FsDatastore(join(folder, 'data')),
    })

  /** Chain and disk as they were before the work began. */
  async function rewind(): Promise<void> {
    await clinic.provider.send('evm_revert', [snapshot])
    snapshot = await clinic.provider.send('evm_snapshot', [])
    rmSync(folder, { recursive: true })
    cpSync(`${folder}-before`, folder, { recursive: true })
  }

  const letter = () => ({ kind: 'add', path: join(folder, 'letter.txt') }) as const

  /** From now on, chain and disk are rewound to where this work is done; one record is enough for all that follows. */
  async function beginWith(...works: Exclude<Plan['work'], null>[]): Promise<void> {
    await rewind()
    await patient.world.index.sync()
    const has = patient.world.index.records(patient.world.me).length > 0
    for (const work of works) if (work.kind !== 'add' || !has) await run(plan(-1, work))
    snapshot = await clinic.provider.send('evm_snapshot', [])
    rmSync(`${folder}-before`, { recursive: true })
    cpSync(folder, `${folder}-before`, { recursive: true })
  }

  const plan = (killAt: number, work: Plan['work']): Plan => ({
    network: clinic.network,
    index: PATIENT,
    folder,
    killAt,
    work,
  })

  /** Kills at every `stride`-th step in turn, restarts, and checks what must hold then. */
  async function everyStep(
    work: Exclude<Plan['work'], null>,
    stride: number,
    check: (world: World) => Promise<void>,
  ): Promise<number> {
    for (let killAt = 1; ; killAt += stride) {
      await rewind()
      const first = await run(plan(killAt, work))
      if (first.signal === null) {
        expect(first.failure).toBeNull()
        expect(killAt).toBeGreaterThan(6)
        return killAt - 1
      }
      const again = await run(plan(-1, null))
      expect(again, `after a kill at step ${killAt}`).toMatchObject({ signal: null, failure: null })
      const disk = await diskStore()
      const world = { ...patient.world, blobs: disk }
      await world.index.sync()
      await check(world)
      await disk.stop()
    }
  }

  const leftovers = (): string[] => {
    const spool = join(folder, 'spool')
    return existsSync(spool) ? readdirSync(spool) : []
  }

  it('at every step of adding: the record is whole or was never begun, and nothing dangles', async () => {
    const steps = await everyStep(letter(), SHORT, async (world) => {
      const records = world.index.records(world.me)
      // The very first step may be killed before anything was written down.
      expect(records.length).toBeLessThanOrEqual(1)
      for (const { id } of records) await openRecord(world, world.me, id)
      expect(leftovers()).toEqual([])
    })
    expect(steps).toBeGreaterThan(6)
  }, 400_000)

  it('at every step of giving: the right and the keys it needs are both there, or neither', async () => {
    await everyStep({ kind: 'give', reader: doctor.world.me }, SHORT, async (world) => {
      const [grant] = await listGrants(world, world.me)
      const { keyring } = await world.ledger.folder(world.me, 1)
      const block = Buffer.from(await world.blobs.getBlock(keyring)).toString()
      expect(block.includes(doctor.world.me)).toBe(grant?.state === 'open')
    })
  }, 400_000)

  it('on the way to another folder: the record stands in one of the two, and opens', async () => {
    await beginWith(letter())
    const moved: boolean[] = []
    await everyStep({ kind: 'move', record: 1, specialty: CARDIOLOGY }, LONG, async (world) => {
      const { view } = await openRecord(world, world.me, 1)
      const folders = await listFolders(world, world.me)
      const specialties = folders.map(({ specialty }) => specialty).filter((code) => code !== null)
      expect(specialties, 'opened once at most').toEqual(specialties.length === 0 ? [] : [CARDIOLOGY])
      expect(folders.filter(({ records }) => records === 1).map(({ folder: at }) => at)).toEqual([
        view.folder,
      ])
      moved.push(view.folder !== 1)
      expect(leftovers()).toEqual([])
    })
    expect(new Set(moved)).toEqual(new Set([false, true]))
  }, 400_000)

  it('on the way of a removal: the right ends, the re-key is finished, every record opens, also the one that is shared alone', async () => {
    await beginWith(
      letter(),
      { kind: 'give', reader: doctor.world.me },
      { kind: 'share', reader: relative.world.me, record: 1 },
    )
    await everyStep({ kind: 'remove', reader: doctor.world.me }, LONG, async (world) => {
      const grant = (await listGrants(world, world.me)).find(({ reader }) => reader === doctor.world.me)
      const { keyring, catalog } = await world.ledger.folder(world.me, 1)
      const block = Buffer.from(await world.blobs.getBlock(keyring)).toString()
      await openRecord(world, world.me, 1)
      await openRecord({ ...relative.world, blobs: world.blobs }, world.me, 1)
      if (grant?.state === 'open') return
      expect(block).not.toContain(doctor.world.me)
      expect(BigInt(catalog)).not.toBe(0n)
    })
  }, 600_000)
})
