import { ActionIcon, Select } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../electron/main/domain/log.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Status } from '../../ui/Status.tsx'
import { filterLines, LOG_GROUPS, type LogGroup } from './filter-lines.ts'
import css from './Log.module.css'
import { useTellLine } from './use-tell-line.ts'

/** Who did what to which record, and when: every line, filtered, with its place on the chain. */
export function LogTable({ lines }: { readonly lines: readonly LogLine[] }) {
  const { t } = useTranslation('screens')
  const tell = useTellLine()
  const words = useFailureWords()
  const save = useAct('log.saveReceipt')
  const [text, setText] = useState('')
  const [group, setGroup] = useState<LogGroup | null>(null)
  const [sort, setSort] = useState({ column: 'at', down: true })
  const shown = filterLines(lines, group, text, tell)
  const columns: readonly Column<LogLine>[] = [
    {
      id: 'at',
      label: t('log.when'),
      width: '9.375rem',
      by: ({ at }) => at,
      cell: ({ at }) => <time dateTime={new Date(at * 1000).toISOString()}>{formatMoment(at)}</time>,
    },
    {
      id: 'what',
      label: t('log.what'),
      width: 'minmax(0, 1fr)',
      by: tell,
      cell: (line) => (
        <span title={tell(line)} data-private>
          {tell(line)}
        </span>
      ),
    },
    {
      id: 'group',
      label: t('log.kind'),
      width: '6.875rem',
      cell: ({ kind }) => <span className="soft">{t(`log.groups.${groupOf(kind)}`)}</span>,
    },
    {
      id: 'block',
      label: t('log.block'),
      width: '5rem',
      end: true,
      by: ({ block }) => block,
      cell: ({ block, transaction }) => (
        <span className="dim" title={transaction}>
          {formatCount(block)}
        </span>
      ),
    },
    {
      id: 'receipt',
      label: t('log.receipt'),
      width: '4.5rem',
      end: true,
      cell: (line) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('log.receiptOf', { what: tell(line), block: line.block })}
          loading={save.isPending && save.variables.id === line.id}
          onClick={() => save.mutate({ id: line.id })}
        >
          <IconReceipt size={17} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      ),
    },
  ]
  return (
    <>
      <div className={css.tools}>
        <FilterField
          label={t('log.filter')}
          clearLabel={t('records.clear')}
          value={text}
          onChange={setText}
        />
        <Select
          aria-label={t('log.kind')}
          placeholder={t('log.anyKind')}
          w={170}
          clearable
          value={group}
          onChange={setGroup}
          data={(Object.keys(LOG_GROUPS) as LogGroup[]).map((value) => ({
            value,
            label: t(`log.groups.${value}`),
          }))}
        />
        <p className={css.count} aria-live="polite">
          {t('log.lines', { count: shown.length })}
        </p>
      </div>
      {save.error !== null && <FailureLine words={words(save.error)} />}
      {save.data?.saved === true && (
        <p role="status">
          <Status tone="ok">{t('log.receiptSaved')}</Status>
        </p>
      )}
      <DataTable
        label={t('log.table')}
        rows={shown}
        columns={columns}
        keyOf={({ id }) => id}
        sort={sort}
        onSort={setSort}
      />
    </>
  )
}

const groupOf = (kind: LogLine['kind']): LogGroup =>
  (Object.keys(LOG_GROUPS) as LogGroup[]).find((group) =>
    (LOG_GROUPS[group] as readonly string[]).includes(kind),
  ) ?? 'records'
