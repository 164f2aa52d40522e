import { keyringCodec } from '../crypto/blocks.ts'
import { newSalt } from '../crypto/digest.ts'
import type { Addressee } from '../crypto/envelope.ts'
import type { Digest, Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { CardContent } from '../domain/record.ts'
import type { Source } from '../ports/files.ts'
import { signWithWallet } from './bring-act.ts'
import { recipientIn } from './emergency-plan.ts'
import { type AddState, packAct, type Run, unpackAct } from './job.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { openSpecialties } from './open-specialties.ts'
import { whoMayRead } from './who-may-read.ts'
import type { World } from './world.ts'

type AddRun = Run<AddState>

/**
 * Adds a record, in the order of the protocol: seal into the spool, sign, upload, record. Nothing leaves the machine
 * before the signature, and the transaction comes last: a crash leaves at worst an orphan ciphertext.
 * @param source opens the file again; null after a restart when its bytes came without a path
 */
export async function addRecord(run: AddRun, source: Source | null): Promise<void> {
  if (run.state.folder === null) await openItsFolder(run)
  for (;;) {
    if (run.state.sealed === null) await sealIntoSpool(run, source)
    if (run.state.signed === null) await sign(run)
    if (!run.state.uploaded) await upload(run)
    if (await record(run)) return
  }
}

/**
 * A folder for the record's specialty, where the patient has none yet: an act of its own, before anything is sealed, and
 * the patient's alone.
 */
async function openItsFolder({ world, state, save, progress }: AddRun): Promise<void> {
  if (state.patient !== world.me) throw new Failure('E_NOT_ALLOWED', { patient: state.patient })
  progress('signing', 0, 1)
  const [folder] = await openSpecialties(world, [state.specialty!])
  await save({ folder: folder! })
}

const spooled = (state: AddState): string => `${state.id}.content`

async function sealIntoSpool(
  { world, state, save, progress, signal }: AddRun,
  source: Source | null,
): Promise<void> {
  if (source === null) throw new Failure('E_FILE_GONE', { name: state.title })
  const folder = await folderToAddTo(world, state)
  const salt = newSalt()
  const bytes = counted(source.read(), signal, (done) => progress('sealing', done, state.byteLength))
  const sealed = world.vault.sealContent(state.id, folder.keyring, salt, state.byteLength, bytes)
  await world.spool.write(spooled(state), sealed)
  const digest = await world.vault.digestOf(state.id)
  const card = await sealCard(world, state, folder, salt, digest)
  await save({ sealed: { keyring: folder.keyring, digest, salt, ...card } })
}

async function folderToAddTo(world: World, state: AddState): Promise<OpenFolder> {
  const folder = await openFolder(world, state.patient, state.folder!)
  if (folder === null || !(await world.ledger.canAdd(state.patient, world.me, state.folder!))) {
    throw new Failure('E_NOT_ALLOWED', { patient: state.patient })
  }
  return folder
}

async function sealCard(
  world: World,
  state: AddState,
  folder: OpenFolder,
  salt: CardContent['salt'],
  digest: Digest,
) {
  const content: CardContent = {
    title: state.title,
    mediaType: state.mediaType,
    byteLength: state.byteLength,
    createdAt: world.now().toISOString(),
    author: world.me,
    patient: state.patient,
    folder: state.folder!,
    salt,
    digest,
    content: await world.blobs.cidOf(world.spool.read(spooled(state))),
  }
  const card = await world.vault.sealCard(state.id, folder.keyring, content, await onlyTo(world, folder))
  return { content: content.content, card: card.pointer, cardBlock: card.block }
}

/**
 * Where somebody in the keyring has lost their right and the re-key is still to come, the record key goes to those
 * who are still allowed, not under the folder key.
 */
async function onlyTo(world: World, folder: OpenFolder): Promise<Addressee[] | null> {
  const { allowed, ended } = await whoMayRead(world, folder)
  if (ended.length === 0) return null
  return Promise.all(allowed.map((name) => recipientIn(world, folder.patient, name)))
}

async function sign({ world, state, save, progress }: AddRun): Promise<void> {
  const { keyring, digest, card } = state.sealed!
  progress('signing', 0, 1)
  const message = { patient: state.patient, author: world.me, folder: state.folder!, keyring, digest, card }
  await save({ signed: packAct(await signWithWallet(world, 'AddRecord', message)) })
}

async function upload({ world, state, save, progress, signal }: AddRun): Promise<void> {
  const { card, cardBlock, content } = state.sealed!
  progress('uploading', 0, state.byteLength)
  assertSame(card, await world.blobs.putBlock(cardBlock))
  const bytes = counted(world.spool.read(spooled(state)), signal, (done) =>
    progress('uploading', Math.min(done, state.byteLength), state.byteLength),
  )
  assertSame(content, await world.blobs.putFile(bytes))
  await save({ uploaded: true })
}

/** True when the record stands on the chain; false when the folder has moved on and the card must be made again. */
async function record({ world, state, save, progress, signal }: AddRun): Promise<boolean> {
  if (signal.aborted) throw new Failure('E_CANCELLED')
  progress('recording', 0, 1)
  try {
    const { act, signature } = unpackAct(state.signed!)
    const receipt = await world.ledger.carry(act, signature)
    await world.index.sync()
    await save({ record: receipt.record, transaction: receipt.transaction })
    await world.spool.drop(spooled(state))
    return true
  } catch (error) {
    if (Failure.from(error).code !== 'E_STALE') throw error
    await withdraw(world, state)
    await startOver(world, state, save)
    return false
  }
}

/** A reader was added: the folder key is the same and only the signature is new. A re-key asks for all of it again. */
async function startOver(world: World, state: AddState, save: AddRun['save']): Promise<void> {
  const folder = await folderToAddTo(world, state)
  const before = state.sealed!
  const sameEpoch = folder.readers.epoch === (await epochOf(world, before.keyring))
  if (sameEpoch) {
    await save({ sealed: { ...before, keyring: folder.keyring }, signed: null, uploaded: false })
    return
  }
  await world.vault.openCard(before.keyring, before.cardBlock)
  const old = world.spool.read(spooled(state))
  const again = `${state.id}.again`
  await world.spool.write(again, world.vault.resealContent(before.card, state.id, folder.keyring, old))
  await world.spool.write(spooled(state), world.spool.read(again))
  await world.spool.drop(again)
  const digest = await world.vault.digestOf(state.id)
  const card = await sealCard(world, state, folder, before.salt, digest)
  const sealed = { keyring: folder.keyring, digest, salt: before.salt, ...card }
  await save({ sealed, signed: null, uploaded: false })
}

async function epochOf(world: World, keyring: Pointer): Promise<number> {
  const block = await world.blobs.getBlock(keyring)
  await world.vault.admitKeyring(block)
  return keyringCodec.decode(block).epoch
}

/** Takes an unrecorded record back out of store and spool. */
export async function withdraw(world: World, state: AddState): Promise<void> {
  if (state.sealed === null || !state.uploaded) return
  await world.blobs.unpin(state.sealed.card)
  await world.blobs.unpin(state.sealed.content)
  await world.blobs.collect()
}

/** Cancelling leaves nothing anywhere. */
export async function cancelAdd(world: World, state: AddState): Promise<void> {
  await withdraw(world, state)
  await world.spool.drop(spooled(state))
}

function assertSame(expected: string, found: string): void {
  if (expected !== found) throw new Failure('E_STORE_FOREIGN_CID', { expected, found })
}

/** Passes bytes on, counts them, and stops between two pieces when the person has called it off. */
export async function* counted<T extends Uint8Array>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
  report: (done: number) => void,
): AsyncGenerator<T> {
  let done = 0
  for await (const piece of source) {
    if (signal.aborted) throw new Failure('E_CANCELLED')
    // Counted before it is handed on: a piece that moves to another thread is empty here afterwards.
    done += piece.length
    yield piece
    report(done)
  }
}
