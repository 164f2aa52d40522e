import { parentPort, workerData } from 'node:worker_threads'
import type { Deployment } from '../crypto/context.ts'
import type { ScryptCost } from '../crypto/passphrase.ts'
import { ThreadLink } from './thread-link.ts'
import { createWalletHolder } from './wallet-holder.ts'

/** The thread that holds the key of one wallet of this computer. Main ends it to forget the key. */
const { deployment, cost } = workerData as { deployment: Deployment; cost: ScryptCost }

if (parentPort === null) throw new Error('a wallet runs in a worker thread')
new ThreadLink(parentPort, { ...createWalletHolder(deployment, cost) })
