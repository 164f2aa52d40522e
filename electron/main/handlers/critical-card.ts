import type { criticalCardCalls } from '../../ipc/calls/critical-card.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { parseAddress } from '../crypto/address.ts'
import {
  readOwnCard,
  removeCriticalCard,
  renewCriticalCard,
  setCriticalCard,
  viewCriticalCard,
} from '../flows/critical-card.ts'
import type { Parts } from './parts.ts'

export const criticalCardHandlers = ({ session }: Parts): Handlers<typeof criticalCardCalls> => ({
  'critical.own': () => readOwnCard(session.world),
  'critical.set': async (facts) => void (await setCriticalCard(session.world, facts)),
  'critical.renew': async () => void (await renewCriticalCard(session.world)),
  'critical.remove': async () => void (await removeCriticalCard(session.world)),
  'critical.view': ({ patient }) => viewCriticalCard(session.world, parseAddress(patient)),
})
