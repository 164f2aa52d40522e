import { publicKeyCard } from '../crypto/fingerprint.ts'
import { pointerTo } from '../crypto/pointer.ts'
import { recoverSigner } from '../crypto/typed-data.ts'
import type { Act } from '../domain/acts.ts'
import { type Address, NO_POINTER, type Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { PublicKeyCard } from '../domain/person.ts'
import type { ChainEvent } from '../ports/ledger.ts'
import { custodies } from './custodies.ts'
import type { Outside } from './world.ts'

/**
 * A person's published key, checked: it is the block the account points to, and its publication carries the owner's
 * own signature.
 * @throws Failure E_DOCTOR_WITHOUT_KEY, E_BLOCK_MISSING, E_SIGNATURE_FOREIGN
 */
export async function readKey(
  world: Pick<Outside, 'ledger' | 'index' | 'blobs' | 'deployment'>,
  address: Address,
): Promise<PublicKeyCard> {
  const { publicKey } = await world.ledger.account(address)
  if (publicKey === NO_POINTER) throw new Failure('E_DOCTOR_WITHOUT_KEY', { address })
  await world.index.sync()
  const published = publications(world, address).find((event) => event.fields.publicKey === publicKey)
  if (published === undefined || !signedByOwner(world, published)) {
    throw new Failure('E_SIGNATURE_FOREIGN', { address })
  }
  const spki = await world.blobs.getBlock(publicKey)
  if (pointerTo(spki) !== publicKey) throw new Failure('E_BLOCK_REPLACED', { address })
  return publicKeyCard(spki)
}

/** The keys a person has published, newest first. */
export const publications = (world: Pick<Outside, 'index'>, address: Address): ChainEvent[] =>
  world.index.events({ kinds: ['joined', 'key-published'], actor: address, concerning: address }).toReversed()

/**
 * The signature in the event recovers its owner, or who acted for an owner without a key. A contract wallet's can't be
 * recovered, so its key is not used: a node that lies could otherwise put a key of its own in anybody's place.
 */
function signedByOwner(world: Pick<Outside, 'deployment' | 'index'>, event: ChainEvent): boolean {
  const { publicKey, folders, keyrings, compromised, nonce, deadline, signature } = event.fields as {
    publicKey: Pointer
    folders: number[]
    keyrings: Pointer[]
    compromised: boolean
    nonce: bigint
    deadline: number
    signature: string
  }
  const stamp = { account: event.actor, publicKey, nonce, deadline }
  const act =
    event.kind === 'joined'
      ? { name: 'Join', message: { ...stamp, device: event.subject ?? NO_ADDRESS, folders, keyrings } }
      : { name: 'PublishKey', message: { ...stamp, compromised } }
  const signer = recoverSigner(world.deployment, act as Act, signature)
  return (
    signer === event.actor || (signer !== null && signer === custodies(world).signerOf(event.actor, event))
  )
}

const NO_ADDRESS = `0x${'00'.repeat(20)}` as Address
