import { useTranslation } from 'react-i18next'
import { useFailureWords } from '../../../lib/failure-words.ts'
import { shortAddress } from '../../../lib/format.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { PersonRow } from './read-people.ts'
import type { RowState } from './use-many.ts'

const TONES = {
  checking: 'wait',
  ready: 'wait',
  asked: 'wait',
  registered: 'ok',
  known: 'ok',
  faulty: 'warn',
  failed: 'bad',
} as const

type Props = {
  readonly rows: readonly PersonRow[]
  readonly states: ReadonlyMap<number, RowState>
}

/** Nobody of a table stands in front of the desk. */
type Field = Exclude<keyof PersonRow['missing'], 'proven' | 'checked' | 'custodyUntil'>

/** Each line of the table, and what has become of it. */
export function ManyTable({ rows, states }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  const columns: readonly Column<PersonRow>[] = [
    { id: 'line', label: t('many.line'), width: '3.5rem', cell: ({ line }) => line },
    {
      id: 'name',
      label: t('people.name'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ values }) => <span data-private>{values.name || '–'}</span>,
    },
    {
      id: 'role',
      label: t('people.role'),
      width: '5rem',
      cell: ({ role }) => (role === null ? '–' : t(`common:roles.${role}`)),
    },
    {
      id: 'wallet',
      label: t('register.wallet'),
      width: '8rem',
      cell: ({ values }) => (
        <span className="mono" title={values.account}>
          {values.account === '' ? '–' : shortAddress(values.account)}
        </span>
      ),
    },
    {
      id: 'state',
      label: t('many.state'),
      width: 'minmax(0, 2fr)',
      cell: (row) => <Status tone={TONES[stateOf(row).kind]}>{sentence(row)}</Status>,
    },
  ]
  const stateOf = ({ line }: PersonRow): RowState => states.get(line) ?? { kind: 'checking' }

  function sentence(row: PersonRow): string {
    const state = stateOf(row)
    if (state.kind === 'failed') return words(state.failure).title
    if (state.kind !== 'faulty') return t(`many.states.${state.kind}`)
    if (row.twice !== null) return t('many.twice', { line: row.twice })
    const [field, reason] = Object.entries(row.missing)[0]!
    const missing = t(`register.missing.${reason}`)
    return `${t(`many.fields.${field as Field}`)}: ${missing}`
  }

  return <DataTable label={t('many.list')} rows={rows} columns={columns} keyOf={({ line }) => String(line)} />
}
