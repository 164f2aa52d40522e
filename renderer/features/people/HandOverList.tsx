import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { initialsOf } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import css from './Register.module.css'

/** People who have joined, and whose sealed profile is still for the admin alone. */
export function HandOverList({ people }: { readonly people: readonly PersonView[] }) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const words = useFailureWords()
  const handOver = useAct('people.handOver')
  return (
    <>
      {handOver.error !== null && <FailureLine words={words(handOver.error)} />}
      <ul className={css.rows} aria-label={t('overview.handOver')}>
        {people.map((person) => (
          <li key={person.address}>
            <PersonLine
              picture={person.picture}
              initials={initialsOf(person.name ?? '?')}
              name={names.person(person)}
              note={names.roles(person)}
            />
            <Button
              variant="default"
              size="compact-sm"
              h={30}
              px={14}
              loading={handOver.isPending && handOver.variables.account === person.address}
              onClick={() => handOver.mutate({ account: person.address })}
              aria-label={t('overview.handOverTo', { name: names.person(person) })}
            >
              {t('overview.handOverButton')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
