import { hashMessage, type SigningKey, Transaction } from 'ethers'
import type { Deployment } from '../crypto/context.ts'
import { addressOf, newSigningKey, signAct } from '../crypto/device-key.ts'
import { openKeystore, sealKeystore } from '../crypto/keystore.ts'
import { assertStrong, type ScryptCost } from '../crypto/passphrase.ts'
import type { Hex32 } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Keystore, WalletKey } from '../ports/wallet-key.ts'

/** A wallet's key as its thread holds it. Nothing but sealed files and signatures leaves it. */
export function createWalletHolder(deployment: Deployment, cost: ScryptCost): WalletKey {
  let held: SigningKey | null = null

  function key(): SigningKey {
    if (held === null) throw new Failure('E_LOCKED')
    return held
  }

  const sealed = async (fresh: SigningKey, passphrase: string): Promise<Keystore> => ({
    account: addressOf(fresh),
    keystore: await sealKeystore(fresh, passphrase, cost),
  })

  return {
    make: async (passphrase) => {
      assertStrong(passphrase)
      return sealed(newSigningKey(), passphrase)
    },
    adopt: async (keystore, itsPassphrase, passphrase) => {
      assertStrong(passphrase)
      return sealed(await openKeystore(keystore, itsPassphrase), passphrase)
    },
    open: async (keystore, passphrase) => {
      held = await openKeystore(keystore, passphrase)
    },
    signAct: async (act) => signAct(key(), deployment, act),
    signMessage: async (message) => key().sign(hashMessage(message)).serialized as Hex32,
    signTransaction: async ({ data, nonce, gas, maxFee, tip }) => {
      const transaction = Transaction.from({
        type: 2,
        chainId: deployment.chainId,
        to: deployment.contract,
        data,
        nonce,
        gasLimit: gas,
        maxFeePerGas: maxFee,
        maxPriorityFeePerGas: tip,
        value: 0n,
      })
      transaction.signature = key().sign(transaction.unsignedHash)
      return { raw: transaction.serialized as Hex32, hash: transaction.hash as Hex32 }
    },
  }
}
