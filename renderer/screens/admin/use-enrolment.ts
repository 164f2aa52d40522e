import { useMemo } from 'react'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { shownOf } from '../../features/desk/shown-of.ts'
import { usePersonWindow } from '../../features/desk/use-person-window.ts'
import type { RegisterRole, RegisterValues } from '../../features/people/register-values.ts'
import { usePersonPhone } from '../../features/phones/use-person-phone.ts'
import { api } from '../../lib/bridge.ts'
import { usePhones, useWallets } from '../../lib/wallets.ts'

type Change = (change: Partial<RegisterValues>) => void

/** A person in front of the desk: their phone, what they see, and their way on at this computer. */
export function useEnrolment(
  role: RegisterRole,
  values: RegisterValues,
  change: Change,
  done: PersonView | null,
) {
  const { network } = usePhones()
  const { phones } = useWallets()
  const phone = usePersonPhone(role, (account) => change({ account, proven: true, checked: false }))
  const { now } = phone
  const { name, birthDate, picture } = values
  const shown = useMemo(
    () => shownOf(now, { name, birthDate, picture }, done !== null),
    [now, name, birthDate, picture, done],
  )
  const window = usePersonWindow(shown)
  const clear = (): void => {
    phone.stop()
    change({ account: '', proven: false, checked: false })
  }

  /** The person's wallet becomes this window's, and whoever is in goes. */
  async function goOnHere(topic: string, person: PersonView): Promise<void> {
    await phone.keep(topic)
    await api['visit.begin']({ account: person.address })
    await phones.use(topic)
    await api['session.signIn']()
  }

  const here = now.stage === 'proven' && done?.roles.includes('patient') === true
  return {
    /** Whether this clinic's people have wallets on phones. */
    offered: network !== null,
    phone,
    window,
    clear,
    goOn: here && done !== null ? () => goOnHere(now.phone.topic, done) : null,
  }
}
