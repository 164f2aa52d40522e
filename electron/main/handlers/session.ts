import type { sessionCalls } from '../../ipc/calls/session.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { parseAddress } from '../crypto/address.ts'
import { handOver, passOn } from '../flows/acting.ts'
import { makeKit } from '../flows/make-kit.ts'
import type { Parts } from './parts.ts'

export const sessionHandlers = ({
  session,
  profiles,
  paper,
  shell,
  visit,
  wallet,
}: Parts): Handlers<typeof sessionCalls> => ({
  'profiles.list': () => profiles.list(),
  'session.state': () => session.state,
  'session.signIn': async () => {
    visit.admit(await wallet.account())
    return session.signIn()
  },
  'session.choose': ({ account }) => {
    visit.admit(account)
    return session.choose(account)
  },
  'session.renewKey': ({ passphrase }) => session.renewKey(passphrase),
  'session.handOver': async ({ to }) => {
    await handOver(session.world, parseAddress(to))
    return session.signOut()
  },
  'session.passOn': async ({ to }) => {
    await passOn(session.world, parseAddress(to))
    return session.signOut()
  },
  'session.claim': ({ code }) => session.claim(code),
  'session.createKey': ({ passphrase }) => session.createKey(passphrase),
  'session.replaceKey': ({ passphrase }) => session.replaceKey(passphrase),
  'session.publishKey': () => session.publishKey(),
  'session.unlock': ({ address, passphrase }) => {
    visit.admit(address)
    return session.unlock(address, passphrase)
  },
  'session.setAside': ({ address }) => session.setAside(address),
  'session.lock': () => session.lock('asked'),
  'session.signOut': () => session.signOut(),
  'backup.save': async ({ passphrase }) => {
    const file = await session.world.vault.backup(passphrase)
    const saved = await shell.saveFile(`medical-chain-${session.world.me.slice(2, 8)}.p12`, file)
    if (saved) await session.backedUp()
    return { saved }
  },
  'backup.saveKit': async () => {
    const { sheet, file } = await makeKit(session.world, paper)
    const name = `medical-chain-kit-${session.world.me.slice(2, 8)}.pdf`
    const saved = await shell.saveFile(name, sheet, { ending: 'mckey', bytes: file })
    if (saved) await session.backedUp()
    return { saved }
  },
  'backup.restore': async ({ backupPassphrase, passphrase }) =>
    session.restore(await shell.readFile(), backupPassphrase, passphrase),
  'backup.restoreKit': ({ line, words, passphrase }) =>
    session.restore(new TextEncoder().encode(line), words, passphrase),
})
