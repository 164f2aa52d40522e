import { Worker } from 'node:worker_threads'
import type { Deployment } from '../crypto/context.ts'
import { SCRYPT, type ScryptCost } from '../crypto/passphrase.ts'
import { Failure } from '../domain/failure.ts'
import type { WalletKey } from '../ports/wallet-key.ts'
import { ThreadLink } from './thread-link.ts'

export type WalletThread = {
  readonly key: WalletKey
  /** Ends the thread, and with it the key. Calls that wait fail with E_LOCKED. */
  readonly end: () => Promise<void>
}

/** Starts a thread for one wallet's key. @param script the bundled `wallet-worker` */
export function startWalletThread(
  script: URL,
  deployment: Deployment,
  cost: ScryptCost = SCRYPT,
): WalletThread {
  const worker = new Worker(script, { workerData: { deployment, cost } })
  const link = new ThreadLink(worker)
  worker.on('exit', () => link.end(new Failure('E_LOCKED')))
  worker.on('error', (error) => link.end(Failure.from(error)))

  const call =
    (method: keyof WalletKey) =>
    // biome-ignore lint/suspicious/noExplicitAny: each method's type is the port's
    (...args: readonly unknown[]): Promise<any> =>
      link.call(method, args)

  const key: WalletKey = {
    make: call('make'),
    adopt: call('adopt'),
    open: call('open'),
    signAct: call('signAct'),
    signMessage: call('signMessage'),
    signTransaction: call('signTransaction'),
  }
  return { key, end: async () => void (await worker.terminate()) }
}
