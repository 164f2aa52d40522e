import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatDay, initialsOf, NO_END } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { filterPeople, PEOPLE_STATES, type PeopleFilter, stateOf } from './filter-people.ts'
import { HandOverEnded } from './HandOverEnded.tsx'
import css from './Register.module.css'
import { hasLicence, RenewLicence } from './RenewLicence.tsx'

const TONES = {
  active: 'ok',
  'no-key': 'wait',
  code: 'wait',
  'old-code': 'warn',
  'void-code': 'warn',
  suspended: 'warn',
  ended: 'past',
} as const

/** Whether the time of whoever acted for somebody is over, and nobody was handed anything. */
const isOver = ({ custody }: PersonView): boolean =>
  custody !== null && custody.until !== NO_END && custody.until * 1000 <= Date.now()

/** Everybody the clinic has registered: search, filters, and one verb a row. */
export function PeopleTable({ people, me }: { readonly people: readonly PersonView[]; readonly me: string }) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const words = useFailureWords()
  const [filter, setFilter] = useState<PeopleFilter>({ text: '', role: null, state: null })
  const [sort, setSort] = useState({ column: 'since', down: true })
  const [handing, setHanding] = useState<PersonView | null>(null)
  const [renewing, setRenewing] = useState<PersonView | null>(null)
  const suspend = useAct('people.suspend')
  const reinstate = useAct('people.reinstate')
  const failure = suspend.error ?? reinstate.error
  const old = people.filter(({ code }) => code === 'old').length
  const buttonOf = (person: PersonView) => {
    if (person.address === me || person.roles.includes('admin')) return null
    const goodCode = person.code !== null && person.code !== 'void'
    // It is the date of the licence that is changed.
    if (stateOf(person) === 'ended' && !isOver(person)) return null
    const act = person.active || goodCode ? suspend : reinstate
    const verb = isOver(person) ? 'handOver' : goodCode ? 'void' : person.active ? 'suspend' : 'reinstate'
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        h={28}
        loading={act.isPending && act.variables.account === person.address}
        onClick={() => (verb === 'handOver' ? setHanding(person) : act.mutate({ account: person.address }))}
        aria-label={t(`people.${verb}Who`, { name: names.person(person) })}
      >
        {t(`people.${verb}`)}
      </Button>
    )
  }
  const noteOf = (person: PersonView): string | null => {
    const { custody, specialties, email } = person
    if (custody === null) return specialties.length > 0 ? names.specialties(specialties) : email
    if (custody.until === NO_END) return t('people.handedOver')
    const fill = {
      name: names.plain(custody.name, custody.custodian),
      until: formatDay(custody.until),
    }
    return t(isOver(person) ? 'people.custodyOver' : 'people.custodian', fill)
  }
  const columns: readonly Column<PersonView>[] = [
    {
      id: 'name',
      label: t('people.name'),
      width: 'minmax(0, 2fr)',
      by: (person) => names.person(person),
      cell: (person) => (
        <PersonLine
          picture={person.picture}
          initials={initialsOf(names.person(person))}
          name={names.person(person)}
          note={noteOf(person)}
        />
      ),
    },
    {
      id: 'role',
      label: t('people.role'),
      width: '6.875rem',
      by: ({ roles }) => roles.join(),
      cell: ({ roles }) => roles.map((role) => t(`common:roles.${role}`)).join(', '),
    },
    {
      id: 'since',
      label: t('people.since'),
      width: '6.5rem',
      by: ({ registeredAt }) => registeredAt,
      cell: ({ registeredAt }) => formatDay(registeredAt),
    },
    {
      id: 'until',
      label: t('people.until'),
      width: '6.5rem',
      by: ({ until }) => until,
      cell: (person) =>
        hasLicence(person) && !person.suspended ? (
          <TextButton
            aria-label={t('people.renewWho', { name: names.person(person), day: formatDay(person.until) })}
            onClick={() => setRenewing(person)}
          >
            {formatDay(person.until)}
          </TextButton>
        ) : person.until === 0 ? (
          '–'
        ) : (
          formatDay(person.until)
        ),
    },
    {
      id: 'state',
      label: t('people.state'),
      width: '8.75rem',
      by: stateOf,
      cell: (person) => (
        <Status tone={TONES[stateOf(person)]}>{t(`people.states.${stateOf(person)}`)}</Status>
      ),
    },
    { id: 'act', label: t('people.act'), width: '5.75rem', end: true, cell: buttonOf },
  ]
  return (
    <>
      <div className={css.search}>
        <FilterField
          label={t('people.search')}
          clearLabel={t('records.clear')}
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
        <Select
          aria-label={t('people.role')}
          placeholder={t('people.anyRole')}
          w={150}
          clearable
          value={filter.role}
          onChange={(role) => setFilter({ ...filter, role })}
          data={(['doctor', 'patient', 'reader', 'admin'] as const).map((value) => ({
            value,
            label: t(`common:roles.${value}`),
          }))}
        />
        <Select
          aria-label={t('people.state')}
          placeholder={t('people.anyState')}
          w={170}
          clearable
          value={filter.state}
          onChange={(state) => setFilter({ ...filter, state })}
          data={PEOPLE_STATES.map((value) => ({
            value,
            label: t(`people.states.${value}`),
          }))}
        />
      </div>
      {old > 0 && <Notice tone="warn">{t('people.oldCodes', { count: old })}</Notice>}
      {failure !== null && <FailureLine words={words(failure)} />}
      {handing !== null && <HandOverEnded person={handing} onClose={() => setHanding(null)} />}
      {renewing !== null && <RenewLicence person={renewing} onClose={() => setRenewing(null)} />}
      <DataTable
        label={t('people.title')}
        rows={filterPeople(people, filter)}
        columns={columns}
        keyOf={({ address }) => address}
        rowHeight={53}
        sort={sort}
        onSort={setSort}
      />
    </>
  )
}
