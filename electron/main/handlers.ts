import type { calls } from '../ipc/contract.ts'
import type { Handlers } from '../ipc/kit.ts'
import { appHandlers } from './handlers/app.ts'
import { criticalCardHandlers } from './handlers/critical-card.ts'
import { deskHandlers } from './handlers/desk.ts'
import { emergencyHandlers } from './handlers/emergency.ts'
import { localWalletHandlers } from './handlers/local-wallets.ts'
import { networkHandlers } from './handlers/network.ts'
import type { Parts } from './handlers/parts.ts'
import { peopleHandlers } from './handlers/people.ts'
import { performanceHandlers } from './handlers/performance.ts'
import { recordHandlers } from './handlers/records.ts'
import { recoveryHandlers } from './handlers/recovery.ts'
import { sessionHandlers } from './handlers/session.ts'
import { walletHandlers } from './handlers/wallet.ts'

/** Contract name → flow, one line each. */
export const createHandlers = (parts: Parts): Handlers<typeof calls> => ({
  ...appHandlers(parts),
  ...sessionHandlers(parts),
  ...peopleHandlers(parts),
  ...recordHandlers(parts),
  ...recoveryHandlers(parts),
  ...networkHandlers(parts),
  ...performanceHandlers(parts),
  ...walletHandlers(parts),
  ...localWalletHandlers(parts),
  ...deskHandlers(parts),
  ...emergencyHandlers(parts),
  ...criticalCardHandlers(parts),
})
