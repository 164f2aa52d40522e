import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type KeyOffer, keyOfferCodec } from '../../electron/main/crypto/blocks.ts'
import { contextOf } from '../../electron/main/crypto/context.ts'
import { newKey } from '../../electron/main/crypto/envelope.ts'
import { makeOffer } from '../../electron/main/crypto/key-offer.ts'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { ContentKey, Pointer } from '../../electron/main/domain/bytes.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import { closedFolder, closedFolders } from '../../electron/main/flows/closed-folders.ts'
import { giveBack } from '../../electron/main/flows/give-back.ts'
import { newRecover } from '../../electron/main/flows/new-job.ts'
import { openFolder } from '../../electron/main/flows/open-folder.ts'
import { publishNewKey } from '../../electron/main/flows/publish-key.ts'
import { recoverFolders } from '../../electron/main/flows/take-back.ts'
import type { ChainEvent } from '../../electron/main/ports/ledger.ts'
import { text } from '../support/cast.ts'
import type { Person } from '../support/clinic.ts'
import { type LostKey, openLostKey } from '../support/lost-key.ts'

describe('a key that was given back', () => {
  let lost: LostKey

  beforeAll(async () => {
    lost = await openLostKey()
    await publishNewKey(lost.patient.world)
    await giveBack(lost.doctor.world, lost.patient.world.me)
  })
  afterAll(() => lost.clinic.close())

  const offers = () =>
    lost.doctor.world.index.events({ kinds: ['keys-offered'], subject: lost.patient.world.me })
  const blockOf = (event: ChainEvent): Promise<Uint8Array> =>
    lost.clinic.blobs.getBlock(event.fields.block as Pointer)
  /** The doctor's last offer with something changed, brought like a true one. */
  const bringChanged = async (change: (offer: KeyOffer) => Partial<KeyOffer>): Promise<void> => {
    const offer = keyOfferCodec.decode(await blockOf(offers().at(-1)!))
    const block = keyOfferCodec.encode({ ...offer, ...change(offer) })
    await lost.clinic.blobs.putBlock(block)
    const { doctor, patient } = lost
    const message = { from: doctor.world.me, to: patient.world.me, block: pointerTo(block) }
    await bring(doctor.world, 'OfferKeys', message)
  }

  it('is refused and its sender named where it is false, while a true one beside it counts', async () => {
    const { patient, doctor, cardiology } = lost
    await bringChanged(({ folders }) => ({
      folders: folders.map((entry, place) => ({ ...entry, wrapped: folders.at(place - 1)!.wrapped })),
    }))
    const { folders, refused } = await closedFolders(patient.world)
    expect(refused).toMatchObject([{ address: doctor.world.me }])
    expect(folders.find(({ folder }) => folder === cardiology)).toMatchObject({ state: 'given' })
  })

  it('is tried on what it should open: another key, wrapped as it should be, is refused as well', async () => {
    const { patient, doctor, cardiology, clinic } = lost
    const { readers, block } = (await openFolder(doctor.world, patient.world.me, cardiology))!
    const at = { patient: patient.world.me, folder: cardiology, epoch: readers.epoch }
    const { spki } = await patient.world.vault.self()
    const context = contextOf(clinic.network)
    const forged = (key: ContentKey): Uint8Array =>
      keyOfferCodec.encode(
        makeOffer(context, doctor.world.me, { address: patient.world.me, spki }, [{ at, key }], []),
      )
    const { cards } = (await closedFolder(patient.world, cardiology))!
    const offered = [{ from: doctor.world.me, block: forged(newKey()) }]
    const blocks = cards.map((card) => card.block)
    expect(await patient.world.vault.takeOffers(block, offered, blocks)).toMatchObject({
      from: null,
      refused: [doctor.world.me],
    })
    expect(await openFolder(patient.world, patient.world.me, cardiology)).toBeNull()
  })

  it('leaves a folder as it is where only a false one was given for it', async () => {
    const { patient, psychiatry } = lost
    await bringChanged(({ folders }) => ({
      folders: [...folders, { ...folders[0]!, folder: 1, epoch: 0 }],
    }))
    const told = await closedFolders(patient.world)
    expect(told.folders.find(({ folder }) => folder === 1)).toMatchObject({ state: 'lost' })
    const taking = (folder: number) =>
      recoverFolders({
        world: patient.world,
        state: newRecover(patient.world, 'recover', '', [folder]),
        save: async () => undefined,
        progress: () => undefined,
        signal: new AbortController().signal,
      })
    await expect(taking(1)).rejects.toMatchObject({ code: 'E_OFFER_FALSE', detail: { name: 'Somebody' } })
    await expect(taking(psychiatry)).rejects.toMatchObject({ code: 'E_KEY_LOST' })
  })

  it('does not count when it is not from whoever signed for it, or for another key', async () => {
    const { before, colleague, patient, doctor, cardiology, clinic } = lost
    const block = await blockOf(offers()[0]!)
    const folder = (await openFolder(doctor.world, patient.world.me, cardiology))!
    const check = (from: Person, bytes: Uint8Array) =>
      patient.world.vault.checkOffers(folder.block, [{ from: from.world.me, block: bytes }], [])
    expect(await check(doctor, block)).toMatchObject({ from: doctor.world.me, refused: [] })
    expect(await check(colleague, block)).toMatchObject({ from: null, refused: [colleague.world.me] })
    expect(await check(doctor, text('{"v":1}'))).toMatchObject({ from: null, refused: [doctor.world.me] })
    const echo = doctor.world.index.records(patient.world.me).at(-1)!.card
    const cards = [await clinic.blobs.getBlock(echo)]
    const whole = keyOfferCodec.decode(block)
    const without = keyOfferCodec.encode({ ...whole, records: [] })
    const told = (bytes: Uint8Array) =>
      patient.world.vault.checkOffers(folder.block, [{ from: doctor.world.me, block: bytes }], cards)
    expect(await told(block)).toMatchObject({ from: doctor.world.me, closed: [] })
    expect(await told(without)).toMatchObject({ from: doctor.world.me, closed: [echo] })
    const other = { ...whole, key: (await before.world.vault.self()).fingerprint }
    expect(await check(doctor, keyOfferCodec.encode(other))).toMatchObject({ from: null, refused: [] })
  })
})
