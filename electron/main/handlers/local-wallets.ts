import type { localWalletCalls } from '../../ipc/calls/local-wallets.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { Failure } from '../domain/failure.ts'
import type { Parts } from './parts.ts'

export const localWalletHandlers = ({
  session,
  localWallets,
  shell,
  visit,
}: Parts): Handlers<typeof localWalletCalls> => ({
  'wallets.list': () => localWallets.list(),
  'wallets.make': ({ name, passphrase }) => {
    // A visitor's wallet would stay behind.
    if (visit.runs) throw new Failure('E_VISIT_RUNNING')
    return localWallets.make(name, passphrase)
  },
  'wallets.import': async ({ name, filePassphrase, passphrase }) => {
    if (visit.runs) throw new Failure('E_VISIT_RUNNING')
    return localWallets.adopt(name, await shell.readWalletFile(), filePassphrase, passphrase)
  },
  'wallets.save': async ({ account }) => ({ saved: await localWallets.save(account, shell.saveFile) }),
  'wallets.later': ({ account }) => localWallets.later(account),
  'wallets.remove': ({ account }) => localWallets.remove(account),
  'wallets.use': async ({ account }) => {
    await localWallets.use(account)
    if (account !== null && session.state.stage === 'open') session.goOn()
  },
})
