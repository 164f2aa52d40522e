import type { Act, ActMessages, ActName } from '../domain/acts.ts'
import type { Hex32, PublicBlock } from '../domain/bytes.ts'
import type { Receipt } from '../ports/ledger.ts'
import type { Outside, World } from './world.ts'

export type SignedAct = { readonly act: Act; readonly signature: Hex32 }

/** The person's wallet signs one act. Nothing has left the machine when it refuses. */
export async function signWithWallet<N extends ActName>(
  world: Pick<Outside, 'ledger' | 'wallet'>,
  name: N,
  message: ActMessages[N],
): Promise<SignedAct> {
  const act: Act = await world.ledger.stamp(name, message)
  return { act, signature: await world.wallet.signAct(act) }
}

/** This machine's trusted key signs, without a prompt; the wallet does where the trust has ended. */
export async function signWithDevice<N extends 'Rekey' | 'LogViews'>(
  world: Pick<World, 'ledger' | 'vault' | 'wallet' | 'me'>,
  name: N,
  message: ActMessages[N],
): Promise<SignedAct> {
  const { device } = await world.vault.self()
  const until = await world.ledger.deviceTrustedUntil(world.me, device)
  if (until <= (await world.ledger.now())) return signWithWallet(world, name, message)
  const act: Act = await world.ledger.stamp(name, message)
  return { act, signature: await world.vault.signAct(act) }
}

/** Wallet signature, transaction, and the local copy brought up to date. */
export async function bring<N extends ActName>(
  world: Pick<Outside, 'ledger' | 'wallet' | 'index'>,
  name: N,
  message: ActMessages[N],
): Promise<Receipt> {
  const { act, signature } = await signWithWallet(world, name, message)
  const receipt = await world.ledger.carry(act, signature)
  await world.index.sync()
  return receipt
}

/** The same for an act that points to a block, which is stored once the wallet has signed. */
export async function bringWithBlock<N extends ActName>(
  world: Pick<Outside, 'ledger' | 'wallet' | 'index' | 'blobs'>,
  name: N,
  message: ActMessages[N],
  block: PublicBlock,
): Promise<Receipt> {
  const { act, signature } = await signWithWallet(world, name, message)
  await world.blobs.putBlock(block)
  const receipt = await world.ledger.carry(act, signature)
  await world.index.sync()
  return receipt
}
