import type { Singles } from '../crypto/blocks.ts'
import type { Addressee } from '../crypto/envelope.ts'
import { pointerTo } from '../crypto/pointer.ts'
import type { Address, PublicBlock } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { type Folder, IDENTITY_FOLDER } from '../domain/folder.ts'
import { type Account, rolesInForce } from '../domain/person.ts'
import type { Facts } from '../ports/confirm.ts'
import { signWithWallet } from './bring-act.ts'
import { recipientIn } from './emergency-plan.ts'
import { type GiveState, packAct, type Run, unpackAct } from './job.ts'
import { meaningOf } from './list-folders.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { openSpecialties } from './open-specialties.ts'
import { readKey } from './read-key.ts'
import { planShare, shareRecords, withoutReader } from './share-records.ts'
import { seconds, type World } from './world.ts'

type GiveRun = Run<GiveState>

/**
 * Gives a reader access: checks the reader and their key, wraps the folder keys to it, asks in a window of main's own,
 * lets the wallet sign, uploads, and last brings the act to the chain.
 */
export async function giveAccess(run: GiveRun): Promise<void> {
  if (run.state.specialties.length > 0) await openTheirFolders(run)
  for (;;) {
    await assertReader(run.world, run.state.reader)
    if (run.state.prepared === null) await prepare(run)
    if (!run.state.confirmed) await confirm(run)
    if (run.state.signed === null) await sign(run)
    if (await record(run)) return
  }
}

/** Folders that the patient has none of yet: an act of its own, before anything is given. */
async function openTheirFolders({ world, state, save, progress }: GiveRun): Promise<void> {
  await assertReader(world, state.reader)
  progress('signing', 0, 1)
  const opened = await openSpecialties(world, state.specialties)
  const folders = [...new Set([...state.folders, ...opened])].sort((a, b) => a - b)
  await save({ folders, specialties: [] })
}

/** @throws Failure E_NOT_REGISTERED, E_DOCTOR_SUSPENDED, E_DOCTOR_WITHOUT_KEY */
export async function assertReader(world: World, reader: Address): Promise<Account> {
  const account = await world.ledger.account(reader)
  if (account.roles.length === 0) throw new Failure('E_NOT_REGISTERED', { address: reader })
  const inForce = rolesInForce(account, seconds(world))
  if (!inForce.some((role) => role === 'doctor' || role === 'reader')) {
    throw new Failure('E_DOCTOR_SUSPENDED', { address: reader })
  }
  await readKey(world, reader)
  return account
}

async function prepare({ world, state, save }: GiveRun): Promise<void> {
  const reader = await addressee(world, state.reader)
  const { folders, previous, keyrings, records } = isListed(state)
    ? await shareRecords(world, reader, state.records, (folder, single) =>
        rewrap(world, folder, null, single),
      )
    : await wrapFolders(world, reader, state.folders)
  const consent = await world.vault.sealConsent(
    {
      v: 1,
      patient: world.me,
      reader: state.reader,
      readerName: state.readerName,
      folders,
      ...(records === null ? {} : { records }),
      mayAdd: state.mayAdd,
      until: state.until,
      givenAt: world.now().toISOString(),
    },
    [await addressee(world, world.me), reader],
  )
  await save({ folders, prepared: { previous, keyrings, consent: consent.block } })
}

/** Whether it is for single records. */
const isListed = ({ records }: GiveState): boolean => records.length > 0

/** Whoever gets the key of a folder needs those of its records no longer. */
async function wrapFolders(world: World, reader: Addressee, numbers: readonly Folder[]) {
  const folders = await Promise.all(numbers.map((folder) => mine(world, folder)))
  return {
    folders: [...numbers],
    previous: folders.map(({ keyring }) => keyring),
    keyrings: await Promise.all(
      folders.map((folder) =>
        rewrap(world, folder, reader, withoutReader(folder.readers.single, reader.address)),
      ),
    ),
    records: null,
  }
}

/** A folder's key for everybody who has it, and for one more. */
async function rewrap(
  world: World,
  { keyring, readers }: OpenFolder,
  reader: Addressee | null,
  single: Singles,
): Promise<PublicBlock> {
  const others = readers.to.map(({ address }) => address).filter((address) => address !== reader?.address)
  const people = await Promise.all(others.map((name) => recipientIn(world, world.me, name)))
  const all = reader === null ? people : [...people, reader]
  return (await world.vault.rewrapKeyring(keyring, all, single)).block
}

export const addressee = async (world: World, address: Address): Promise<Addressee> => ({
  address,
  spki: (await readKey(world, address)).spki,
})

async function mine(world: World, folder: Folder) {
  const opened = await openFolder(world, world.me, folder)
  if (opened === null) throw new Failure('E_KEY_LOST', { folder })
  return opened
}

async function confirm({ world, state, save, progress }: GiveRun): Promise<void> {
  progress('confirming', 0, 1)
  const { words } = await readKey(world, state.reader)
  await world.confirm.ask({
    act: 'give',
    name: state.readerName,
    address: state.reader,
    words,
    facts: {
      until: state.until,
      mayAdd: state.mayAdd,
      folders: (await namesOf(world, state.folders)).join(),
      ...(isListed(state) ? await recordFacts(world, state) : {}),
    },
  })
  await save({ confirmed: true })
}

/** What folders are for, as the window of main's own names them: a specialty's code, else `general`. */
async function namesOf(world: World, folders: readonly Folder[]): Promise<string[]> {
  const given = folders.filter((folder) => folder !== IDENTITY_FOLDER)
  const meanings = await Promise.all(given.map((folder) => meaningOf(world, world.me, { folder })))
  return meanings.map((meaning) => meaning ?? 'general')
}

/** What is shared now, as the window of main's own names it, and how many records go on being shared. */
async function recordFacts(world: World, { records, reader }: GiveState): Promise<Facts> {
  const cards = await planShare(world, reader, records)
  const now = cards.filter(({ event }) => records.includes(event.id))
  return {
    records: now.map(({ content }) => content.title).join('\n'),
    earlier: cards.length - now.length,
  }
}

async function sign({ world, state, save, progress }: GiveRun): Promise<void> {
  progress('signing', 0, 1)
  const { previous, keyrings, consent } = state.prepared!
  const message = {
    patient: world.me,
    reader: state.reader,
    folders: state.folders,
    mayAdd: state.mayAdd,
    listedOnly: isListed(state),
    until: state.until,
    previous,
    keyrings: keyrings.map(pointerTo),
    consent: pointerTo(consent),
  }
  await save({ signed: packAct(await signWithWallet(world, 'GiveAccess', message)) })
}

/** False when another device has changed a keyring meanwhile: the right is then put together and signed again. */
async function record({ world, state, save, progress }: GiveRun): Promise<boolean> {
  const { keyrings, consent } = state.prepared!
  progress('uploading', 0, keyrings.length + 1)
  for (const block of [...keyrings, consent]) await world.blobs.putBlock(block)
  progress('recording', 0, 1)
  try {
    const { act, signature } = unpackAct(state.signed!)
    const receipt = await world.ledger.carry(act, signature)
    await world.index.sync()
    await save({ transaction: receipt.transaction })
    return true
  } catch (error) {
    if (Failure.from(error).code !== 'E_STALE') throw error
    await cancelGive(world, state)
    await save({ prepared: null, signed: null })
    return false
  }
}

/** Takes blocks that no act points to back out of the store. */
export async function cancelGive(world: World, state: GiveState): Promise<void> {
  if (state.prepared === null) return
  for (const block of [...state.prepared.keyrings, state.prepared.consent]) {
    await world.blobs.unpin(pointerTo(block))
  }
}
