import { addressOf, newSigningKey, signAct } from '../crypto/device-key.ts'
import { newSalt } from '../crypto/digest.ts'
import type { Address, Cid, Pointer } from '../domain/bytes.ts'
import { GENERAL_FOLDER } from '../domain/folder.ts'
import type { SignedAct } from './bring-act.ts'
import { registerPerson } from './register-person.ts'
import { seconds, type World } from './world.ts'

/** How long the clinic's contract takes acts of it, in seconds. */
const LASTING = 3600
/** Bytes of each of its records. */
export const RECORD_BYTES = 4096
const NAME = 'Measurement of the network (nobody)'

/** A patient who is nobody. */
export type SyntheticPatient = {
  readonly account: Address
  /** Seals and stores a record of random bytes, and signs the act that would add it. */
  readonly prepare: () => Promise<SignedAct>
  /** Milliseconds that sealing and storing took, record by record. */
  readonly storing: readonly number[]
  /** Removes what was stored. @returns how many pieces are still there */
  readonly tidy: () => Promise<number>
}

/**
 * Registers a patient for one measurement, with one prompt of the admin's wallet, and opens its folder. Its key is made
 * here, lies in memory alone and is gone with the measurement; its folder's key is wrapped to nobody; its time ends by
 * itself.
 * @throws Failure E_WALLET_*, E_CHAIN_*, E_RELAYER_*
 */
export async function registerSynthetic(world: World): Promise<SyntheticPatient> {
  const { vault, ledger, blobs } = world
  const key = newSigningKey()
  const account = addressOf(key)
  await registerPerson(world, {
    role: 'patient',
    account,
    profile: {
      name: NAME,
      birthDate: world.now().toISOString().slice(0, 10),
      gender: 'unknown',
      email: '',
      picture: null,
    },
    specialties: [],
    licence: '',
    until: Math.max(seconds(world), await ledger.now()) + LASTING,
  })
  const at = { patient: account, folder: GENERAL_FOLDER, epoch: 0 }
  const { block, pointer: keyring } = await vault.createKeyring(at, null, [], null)
  const stored: (Pointer | Cid)[] = [await blobs.putBlock(block)]
  const storing: number[] = []
  const opening = await ledger.stamp('OpenFolders', {
    patient: account,
    folders: [GENERAL_FOLDER],
    keyrings: [keyring],
  })
  await ledger.carry(opening, signAct(key, world.deployment, opening))

  async function store() {
    const began = performance.now()
    const handle = `measurement-${account}-${storing.length}`
    const salt = newSalt()
    const content = await blobs.putFile(vault.sealContent(handle, keyring, salt, RECORD_BYTES, randomPiece()))
    stored.push(content)
    const digest = await vault.digestOf(handle)
    const card = await vault.sealCard(
      handle,
      keyring,
      {
        title: NAME,
        mediaType: 'text/plain',
        byteLength: RECORD_BYTES,
        createdAt: world.now().toISOString(),
        author: account,
        patient: account,
        folder: GENERAL_FOLDER,
        salt,
        digest,
        content,
      },
      null,
    )
    stored.push(await blobs.putBlock(card.block))
    storing.push(performance.now() - began)
    return { digest, card: card.pointer }
  }

  return {
    account,
    storing,
    prepare: async () => {
      const { digest, card } = await store()
      const message = { patient: account, author: account, folder: GENERAL_FOLDER, keyring, digest, card }
      const act = await ledger.stamp('AddRecord', message)
      return { act, signature: signAct(key, world.deployment, act) }
    },
    tidy: async () => {
      let left = 0
      for (const piece of stored) await blobs.unpin(piece).catch(() => (left += 1))
      await blobs.collect().catch(() => undefined)
      return left
    },
  }
}

async function* randomPiece(): AsyncGenerator<Uint8Array> {
  yield crypto.getRandomValues(new Uint8Array(RECORD_BYTES))
}
