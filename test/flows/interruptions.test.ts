import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskSources, memorySource } from '../../electron/main/adapters/files-disk.ts'
import { createCarrier } from '../../electron/main/adapters/ledger-carrier.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import { newSalt } from '../../electron/main/crypto/digest.ts'
import type { Address, Ciphertext, Digest, Pointer } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import { openFolder } from '../../electron/main/flows/open-folder.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { reinstatePerson, suspendPerson } from '../../electron/main/flows/register-person.ts'
import { requestAccess } from '../../electron/main/flows/request-access.ts'
import type { World } from '../../electron/main/flows/world.ts'
import type { Blobs } from '../../electron/main/ports/blobs.ts'
import { LETTER, openCast, terms, text } from '../support/cast.ts'
import { addressAt, openClinic, type Person, walletAt } from '../support/clinic.ts'

describe('work that is interrupted', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let patient: Person

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ admin, doctor, patient } = await openCast(clinic))
  })
  afterAll(() => clinic.close())

  const add = (person: Person, source = memorySource('letter.txt', [text('a letter')])) =>
    person.jobs.add({ patient: patient.world.me, ...LETTER }, source)

  /** The patient's jobs over a world with one thing changed. */
  const runnerWith = (
    change: Partial<World>,
  ): { run: (source: ReturnType<typeof memorySource>) => Promise<Failure | null> } => ({
    run: async (source) => {
      let end: (failure: Failure | null) => void = () => undefined
      const ended = new Promise<Failure | null>((done) => {
        end = done
      })
      const runner = new JobRunner({ ...patient.world, ...change }, diskSources, {
        changed: ({ state, failure }) => {
          if (state !== 'running') end(failure === null ? null : new Failure(failure.code, failure.detail))
        },
        gone: () => undefined,
      })
      const id = await runner.add({ patient: patient.world.me, ...LETTER }, source)
      const failure = await ended
      await runner.dismiss(id)
      return failure
    },
  })

  it('a file that changed or went away since it was chosen is not added', async () => {
    const path = join(clinic.folder, 'letter.txt')
    writeFileSync(path, 'a letter')
    const source = await diskSources.at(path)
    writeFileSync(path, 'another letter')
    expect(await patient.settled(await add(patient, source))).toMatchObject({
      failure: { code: 'E_FILE_GONE' },
    })
    rmSync(path)
    await expect(diskSources.at(path)).rejects.toMatchObject({ code: 'E_FILE_GONE' })
  })

  it('a no in the confirmation window changes nothing', async () => {
    const ask = async (): Promise<void> => {
      throw new Failure('E_CONFIRM_DECLINED')
    }
    const views: string[] = []
    const runner = new JobRunner({ ...patient.world, confirm: { ask } }, diskSources, {
      changed: ({ state, failure }) => views.push(failure?.code ?? state),
      gone: () => undefined,
    })
    const id = await runner.give({ reader: doctor.world.me, ...terms() })
    await expect.poll(() => views.at(-1)).toBe('E_CONFIRM_DECLINED')
    expect((await patient.world.ledger.right(patient.world.me, doctor.world.me)).since).toBe(0)
    // Nothing is left that the next unlock would ask about again.
    expect(patient.world.journal.all().map((entry) => entry.id)).not.toContain(id)
  })

  it('a job that is called off while it seals leaves nothing', async () => {
    let go: () => void = () => undefined
    const gate = new Promise<void>((done) => {
      go = done
    })
    const slow = {
      ...memorySource('letter.txt', [text('a letter'), text('goes on')]),
      read: async function* () {
        yield text('a letter')
        await gate
        yield text('goes on')
      },
    }
    const id = await add(patient, slow)
    await expect.poll(() => patient.views.get(id)?.phase).toBe('sealing')
    await patient.jobs.cancel(id)
    go()
    expect(await patient.settled(id)).toMatchObject({ state: 'cancelled' })
    expect(patient.world.journal.all().some((entry) => entry.id === id)).toBe(false)
  })

  it('a store that keeps something else than it was given gets no record', async () => {
    const putBlock: Blobs['putBlock'] = async () => `0x${'ab'.repeat(32)}` as Pointer
    const blobs = { ...patient.world.blobs, putBlock }
    expect(await runnerWith({ blobs }).run(memorySource('a.txt', [text('a')]))).toMatchObject({
      code: 'E_STORE_FOREIGN_CID',
    })
  })

  it('a record whose folder got another reader meanwhile is signed again, with the list as it is now', async () => {
    const signed = patient.wallet.asked.length
    let first = true
    const ledger: World['ledger'] = {
      ...patient.world.ledger,
      carry: async (act, signature) => {
        if (first && act.name === 'AddRecord') {
          first = false
          await patient.settled(await patient.jobs.give({ reader: doctor.world.me, ...terms() }))
        }
        return patient.world.ledger.carry(act, signature)
      },
    }
    expect(await runnerWith({ ledger }).run(memorySource('a.txt', [text('a')]))).toBeNull()
    expect(patient.wallet.asked.slice(signed)).toEqual(['AddRecord', 'GiveAccess', 'AddRecord'])
  })

  it('a record whose folder got new keys meanwhile is sealed and signed again', async () => {
    let first = true
    const ledger: World['ledger'] = {
      ...patient.world.ledger,
      carry: async (act, signature) => {
        if (first && act.name === 'AddRecord') {
          first = false
          await patient.settled(await patient.jobs.remove(doctor.world.me, 'Dr', [0, 1]))
        }
        return patient.world.ledger.carry(act, signature)
      },
    }
    expect(await runnerWith({ ledger }).run(memorySource('b.txt', [text('b')]))).toBeNull()
    const newest = patient.world.index.records(patient.world.me).at(-1)!
    expect((await openRecord(patient.world, patient.world.me, newest.id)).view.keyNumber).toBe(2)
  })

  it('a keyring of another folder is not taken for this one', async () => {
    const folder = (owner: Address, number: number) =>
      patient.world.ledger.folder(owner, number === 1 ? 0 : number)
    const world: World = { ...patient.world, ledger: { ...patient.world.ledger, folder } }
    await expect(openFolder(world, patient.world.me, 1)).rejects.toMatchObject({ code: 'E_BLOCK_REPLACED' })
  })

  it('content that does not have the digest its card names is not shown', async () => {
    const { vault, me } = patient.world
    const folder = await openFolder(patient.world, me, 1)
    const salt = newSalt()
    const sealed: Uint8Array[] = []
    const source = memorySource('a.txt', [text('a letter')]).read()
    for await (const piece of vault.sealContent('forged', folder!.keyring, salt, 8, source))
      sealed.push(piece)
    const digest = `0x${'00'.repeat(32)}` as Digest
    const said = { title: '', mediaType: 'text/plain', byteLength: 8, createdAt: new Date().toISOString() }
    const content = { ...said, author: me, patient: me, folder: 1, salt, digest, content: 'bafk' as never }
    const card = await vault.sealCard('forged', folder!.keyring, content, null)
    const read = async (): Promise<void> => {
      const stored = (async function* () {
        yield* sealed as Ciphertext[]
      })()
      for await (const _ of vault.openContent(card.pointer, stored)) {
        // Read to the end: only there the digest is known.
      }
    }
    await expect(read()).rejects.toMatchObject({ code: 'E_DIGEST_MISMATCH' })
  })

  it('a suspended doctor can ask nobody', async () => {
    await suspendPerson(admin.world, doctor.world.me)
    await expect(requestAccess(doctor.world, patient.world.me)).rejects.toMatchObject({ code: 'E_SUSPENDED' })
    await reinstatePerson(admin.world, doctor.world.me)
  })

  it('what the rules forbid is told by its rule: the twenty-first request of a day', async () => {
    for (let asked = 0; asked < 20; asked += 1) await requestAccess(doctor.world, patient.world.me)
    await expect(requestAccess(doctor.world, patient.world.me)).rejects.toMatchObject({
      code: 'E_CHAIN_REFUSED',
      detail: { rule: 'TooManyRequests' },
    })
  }, 120_000)

  it('a network without the contract is not the clinic', async () => {
    const network = { ...clinic.network, contract: `0x${'12'.repeat(20)}` as Address }
    const state = createLedgerState(viewsOf(clinic.provider, network), chainOf(clinic.provider))
    await expect(state.account(addressAt(0))).rejects.toMatchObject({ code: 'E_CHAIN_FOREIGN' })
  })

  /** The same chain, with the person's own wallet paying. */
  function payingCarrier(stalledAfter: number, send: (data: string) => Promise<string>) {
    const network = { ...clinic.network, payer: { kind: 'wallet' } as const }
    const provider = connect(network)
    const view = viewsOf(provider, network)
    const state = createLedgerState(view, chainOf(provider))
    const wallet = {
      account: async () => addressAt(2),
      send: async (_from: Address, _to: Address, data: string) => (await send(data)) as never,
    }
    return { carrier: createCarrier({ network, provider, view, state, wallet, stalledAfter }), provider }
  }
  const declineAct = async (carrier: ReturnType<typeof payingCarrier>['carrier']) => {
    const act = await carrier.stamp('Decline', { patient: patient.world.me, doctor: doctor.world.me })
    return { act, signature: await patient.wallet.signAct(act) }
  }

  it('a wallet without money says so, and what was signed is kept', async () => {
    const { carrier, provider } = payingCarrier(5_000, async () => {
      throw new Error('insufficient funds for gas * price + value')
    })
    const { act, signature } = await declineAct(carrier)
    await expect(carrier.carry(act, signature)).rejects.toMatchObject({ code: 'E_WALLET_NO_FUNDS' })
    provider.destroy()
  })

  it('an act that is not recorded in time is told as late, and is found when it is recorded after all', async () => {
    await clinic.provider.send('evm_setAutomine', [false])
    const { carrier, provider } = payingCarrier(300, async (data) => {
      const { hash } = await walletAt(2)
        .connect(provider)
        .sendTransaction({ to: clinic.network.contract, data })
      return hash
    })
    const { act, signature } = await declineAct(carrier)
    await expect(carrier.carry(act, signature)).rejects.toMatchObject({ code: 'E_CHAIN_STALLED' })
    await clinic.provider.send('evm_setAutomine', [true])
    await clinic.provider.send('evm_mine', [])
    await expect(carrier.carry(act, signature)).resolves.toMatchObject({
      transaction: expect.stringMatching(/^0x/),
    })
    provider.destroy()
  })
})
