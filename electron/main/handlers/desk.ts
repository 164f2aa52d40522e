import type { deskCalls } from '../../ipc/calls/desk.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { Failure } from '../domain/failure.ts'
import type { Parts } from './parts.ts'

export const deskHandlers = ({
  frontDesk,
  personWindow,
  visit,
  ledger,
}: Parts): Handlers<typeof deskCalls> => ({
  'desk.arrive': ({ account, topic }) => frontDesk.arrive(account, topic),
  'desk.prove': ({ signature }) => frontDesk.prove(signature),
  'desk.show': (shown) => personWindow.show(shown),

  'visit.state': () => visit.state(),
  'visit.begin': async ({ account }) => {
    if (!frontDesk.hasProven(account)) throw new Failure('E_ARRIVAL_UNPROVEN')
    const { roles } = await ledger.account(account)
    if (!roles.includes('patient')) throw new Failure('E_NOT_REGISTERED', { account })
    return visit.begin(account)
  },
  'visit.copied': ({ text }) => visit.copied(text),
  'visit.end': ({ withoutBackup }) => visit.end('asked', withoutBackup),
  'visit.close': () => visit.close(),
})
