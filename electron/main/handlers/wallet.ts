import type { walletCalls } from '../../ipc/calls/wallet.ts'
import type { Handlers } from '../../ipc/kit.ts'
import type { Parts } from './parts.ts'

export const walletHandlers = ({
  session,
  network,
  wallet,
  walletStore,
}: Parts): Handlers<typeof walletCalls> => ({
  'wallet.connected': (connected) => {
    wallet.connect(connected)
    if (connected !== null && session.state.stage === 'open') session.goOn()
  },
  'wallet.answer': (answer) => wallet.answer(answer),
  'wallet.phones': () => network.phones(),
  'wallet.store.getKeys': () => walletStore.keys(),
  'wallet.store.getItem': ({ key }) => walletStore.get(key),
  'wallet.store.setItem': ({ key, value }) => walletStore.set(key, value),
  'wallet.store.removeItem': ({ key }) => walletStore.remove(key),
  'wallet.read': ({ method, params }) => network.read(method, params),
})
