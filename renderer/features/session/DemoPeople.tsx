import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemoPerson } from '../../../electron/main/domain/network.ts'
import { CallFailure } from '../../lib/bridge.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { initialsOf } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { useWallets } from '../../lib/wallets.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { PersonPicture } from '../../ui/PersonPicture.tsx'
import css from './DemoPeople.module.css'

const ORDER = ['admin', 'doctor', 'patient', 'reader'] as const

/** Invented people, each with a wallet, so that one can look around. Whose key is here already stands in the list above. */
export function DemoPeople() {
  const { t } = useTranslation(['screens', 'common'])
  const { data: demo } = useCall('demo.people')
  const { data: profiles } = useCall('profiles.list')
  const names = useNames()
  const wallets = useWallets()
  const signIn = useAct('session.signIn')
  const words = useFailureWords()
  const [coming, setComing] = useState<string | null>(null)
  const [unreached, setUnreached] = useState<CallFailure | null>(null)
  if (!demo || profiles === undefined) return null
  const here = new Set<string>(profiles.map(({ address }) => address))
  const people = ORDER.flatMap((role) => demo.people.filter((person) => person.role === role)).filter(
    ({ address }) => !here.has(address),
  )
  if (people.length === 0) return null
  const failure = unreached ?? signIn.error
  const comeIn = async (person: DemoPerson): Promise<void> => {
    setComing(person.address)
    setUnreached(null)
    try {
      await wallets.connectDemo(demo.phrase, person)
      signIn.mutate(undefined, { onSettled: () => setComing(null) })
    } catch (error) {
      setUnreached(error instanceof CallFailure ? error : new CallFailure('E_CHAIN_UNREACHABLE', {}))
      setComing(null)
    }
  }
  return (
    <section aria-labelledby="demo">
      <header className={css.head}>
        <h2 id="demo">{t('connect.demo')}</h2>
        <span className="tiny dim">{t('connect.demoNote')}</span>
      </header>
      {failure !== null && <FailureLine words={words(failure)} />}
      <ul className={css.grid}>
        {people.map((person) => (
          <li key={person.address}>
            <UnstyledButton
              className={css.person ?? ''}
              onClick={() => void comeIn(person)}
              disabled={coming !== null}
              data-coming={coming === person.address || undefined}
            >
              <PersonPicture picture={null} initials={initialsOf(person.name)} />
              <span className={css.words}>
                <strong className={css.name}>
                  {person.role === 'doctor' ? names.doctor(person.name, person.address) : person.name}
                </strong>
                <span className="tiny dim">
                  {t(`common:roles.${person.role}`)}
                  {person.specialties.length > 0 && `, ${names.specialties(person.specialties)}`}
                </span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
