import { afterAll, beforeAll, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { type Keyring, keyringCodec } from '../../electron/main/crypto/blocks.ts'
import { openFolder, readFolder } from '../../electron/main/flows/open-folder.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { LETTER, openCast, register, terms, text, tomorrow } from '../support/cast.ts'
import { addressAt, openClinic, type Person } from '../support/clinic.ts'

let clinic: Awaited<ReturnType<typeof openClinic>>
/** Reads whole folders. */
let doctor: Person
/** Reads the letter alone. */
let colleague: Person
let patient: Person

beforeAll(async () => {
  clinic = await openClinic()
  const { admin, ...others } = await openCast(clinic)
  ;({ doctor, patient } = others)
  colleague = await clinic.person(3)
  await register(admin, colleague, 'doctor', 'Colleague')
  await clinic.join(colleague, ['doctor'])
  const source = memorySource('letter.txt', [text('a letter')])
  await done(await patient.jobs.add({ patient: patient.world.me, ...LETTER }, source))
  const [letter] = patient.world.index.records(patient.world.me)
  await done(await patient.jobs.give({ reader: doctor.world.me, ...terms() }))
  const shared = { readerName: 'Colleague', records: [letter!.id], until: tomorrow() }
  await done(await patient.jobs.give({ reader: colleague.world.me, ...shared }))
})
afterAll(() => clinic.close())

const done = async (job: string): Promise<void> =>
  expect(await patient.settled(job)).toMatchObject({ state: 'done', failure: null })

/** The patient's world, with another keyring of the folder in the store. */
const withForged = async (forge: (keyring: Keyring) => void): Promise<World> => {
  const { keyring, readers } = (await readFolder(patient.world, patient.world.me, 1))!
  const forged = structuredClone(readers)
  forge(forged)
  const getBlock: World['blobs']['getBlock'] = async (pointer) =>
    pointer === keyring ? keyringCodec.encode(forged) : patient.world.blobs.getBlock(pointer)
  return { ...patient.world, blobs: { ...patient.world.blobs, getBlock } }
}

const refuses = async (world: World, reader: string): Promise<void> =>
  expect(openFolder(world, patient.world.me, 1)).rejects.toMatchObject({
    code: 'E_KEYRING_FOREIGN_READER',
    detail: { reader },
  })

it('a keyring that lists a record for somebody with whom none was ever shared is refused, and names them', async () => {
  for (const reader of [addressAt(9), doctor.world.me]) {
    const world = await withForged(({ single }) => {
      const [people] = Object.values(single)
      people!.push({ ...people![0]!, address: reader })
    })
    await refuses(world, reader)
  }
})

it('so is one that has the folder key for somebody with whom only a record was shared', async () => {
  const reader = colleague.world.me
  await refuses(await withForged(({ to }) => to.push({ ...to[0]!, address: reader })), reader)
})

it('neither is in the way of the keyring as it stands', async () => {
  expect(await openFolder(patient.world, patient.world.me, 1)).not.toBeNull()
})
