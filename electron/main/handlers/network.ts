import type { networkCalls } from '../../ipc/calls/network.ts'
import type { Handlers } from '../../ipc/kit.ts'
import type { Parts } from './parts.ts'

export const networkHandlers = ({ session, stores, paying }: Parts): Handlers<typeof networkCalls> => ({
  'stores.read': async () => ({ ...(await stores.storage()), last: session.keeper.last }),
  'stores.setKey': ({ name, key }) => stores.setKey(name, key),
  'stores.check': () => session.keeper.check(),
  'stores.clean': () => stores.blobs.collect(),

  'payer.read': () => paying.read(),
  'payer.makeAccount': () => paying.makeAccount(),
  'payer.setKey': ({ key }) => paying.setKey(key),
  'payer.setLimit': ({ limit }) => paying.setLimit(limit),
  'transactions.list': () => paying.list(),
  'transactions.speedUp': ({ id }) => paying.speedUp(id),
  'transactions.cancel': ({ id }) => paying.cancel(id),
})
