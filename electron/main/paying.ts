import type { composePayer } from './compose-payer.ts'
import type { Address } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { PayerView, TransactionView } from './domain/transaction.ts'
import type { Session } from './session.ts'

/** What the person at this window may do: admins look after the clinic's account, and everybody after their own acts. */
export function createPaying(session: Session, payer: ReturnType<typeof composePayer>) {
  const me = (): Address => session.world.me
  const mine = (): readonly TransactionView[] =>
    payer.transactions().filter(({ signer }) => signer === me() || session.isAdmin)

  function assertMine(id: number): void {
    if (!mine().some((transaction) => transaction.id === id)) throw new Failure('E_NOT_ALLOWED')
  }

  return {
    read: (): Promise<PayerView> => payer.view(),
    list: (): readonly TransactionView[] => (session.state.stage === 'open' ? mine() : []),
    makeAccount: async (): Promise<{ account: Address }> => {
      session.assertAdmin()
      return { account: await payer.makeAccount() }
    },
    setKey: async (key: string | null): Promise<void> => {
      session.assertAdmin()
      await payer.setKey(key)
    },
    setLimit: (limit: string): void => {
      session.assertAdmin()
      payer.setLimit(limit)
    },
    speedUp: async (id: number): Promise<void> => {
      assertMine(id)
      await payer.speedUp(id)
    },
    cancel: async (id: number): Promise<void> => {
      assertMine(id)
      await payer.cancel(id)
    },
  }
}
