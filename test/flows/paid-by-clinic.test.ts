import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { diskSources, memorySource } from '../../electron/main/adapters/files-disk.ts'
import type { JobView } from '../../electron/main/domain/job.ts'
import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import { LETTER, text } from '../support/cast.ts'
import { openRelayed, openRelayer, type Relayed } from '../support/relayed.ts'

describe("work that the clinic's account pays for", () => {
  let clinic: Relayed
  beforeAll(async () => {
    clinic = await openRelayed()
  })
  afterAll(() => clinic.close())
  afterEach(() => clinic.mining(true))

  /** The patient at a computer that holds the key. */
  function atDesk(stalledAfter?: number) {
    const desk = openRelayer(
      clinic.network,
      clinic.file(),
      stalledAfter === undefined ? {} : { stalledAfter },
    )
    const { world } = clinic.patient
    const { carry, isUnderWay, payer } = desk.carrier
    const views = new Map<string, JobView>()
    const jobs = new JobRunner(
      { ...world, ledger: { ...world.ledger, carry, isUnderWay, payer } },
      diskSources,
      {
        changed: (view) => void views.set(view.id, view),
        gone: (id) => void views.delete(id),
      },
    )
    const add = () =>
      jobs.add(
        { patient: world.me, ...LETTER },
        memorySource('letter.txt', [text(`a letter ${Math.random()}`)]),
      )
    return { ...desk, jobs, views, add }
  }

  it('shows whose transaction it waits for', async () => {
    const { jobs, views, queue, add, stop } = atDesk()
    await clinic.mining(false)
    const id = await add()
    await expect.poll(() => queue.list()[0]?.state, { timeout: 9_000 }).toBe('seen')
    expect(views.get(id)).toMatchObject({ phase: 'recording', signature: queue.list()[0]?.signature })
    await clinic.mine()
    await expect.poll(() => views.get(id)?.state, { timeout: 5_000 }).toBe('done')
    expect(views.get(id)?.transaction).toBe(queue.list()[0]?.hash)
    jobs.stop()
    await stop()
  })

  it('ends as called off when its transaction is', async () => {
    const { jobs, views, queue, add, stop } = atDesk()
    await clinic.mining(false)
    const id = await add()
    await expect.poll(() => queue.list()[0]?.state, { timeout: 9_000 }).toBe('seen')
    await queue.cancel(queue.list()[0]!.id)
    await clinic.mine()
    await expect.poll(() => views.get(id)?.state, { timeout: 5_000 }).toBe('cancelled')
    expect(clinic.patient.world.journal.all().some((entry) => entry.id === id)).toBe(false)
    jobs.stop()
    await stop()
  })

  it('taken off the list while its transaction waits, it keeps all that the record needs', async () => {
    const { jobs, views, queue, add, stop } = atDesk(500)
    await clinic.mining(false)
    const id = await add()
    await expect.poll(() => views.get(id)?.failure?.code, { timeout: 9_000 }).toBe('E_CHAIN_STALLED')
    await jobs.dismiss(id)
    expect(clinic.patient.world.journal.all().map((entry) => entry.id)).toContain(id)
    await clinic.mine()
    await queue.look()
    const again = new JobRunner(clinic.patient.world, diskSources, {
      changed: (view) => void views.set(view.id, view),
      gone: () => undefined,
    })
    await again.resume()
    await expect.poll(() => views.get(id)?.state, { timeout: 5_000 }).toBe('done')
    jobs.stop()
    again.stop()
    await stop()
  })
})
