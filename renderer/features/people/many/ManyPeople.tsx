import { Button, FileButton } from '@mantine/core'
import { IconPlayerStop, IconTableImport, IconWritingSign } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../../ui/CopyText.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import css from './Many.module.css'
import { ManyTable } from './ManyTable.tsx'
import { COLUMNS, type NotATable, type PersonRow, readPeople } from './read-people.ts'
import { canStart, useMany } from './use-many.ts'

/** No clinic is larger, and no list of a whole hospital is signed one by one. */
const MOST = 2_000
const NOBODY: readonly PersonRow[] = []

/** From a table of people to people who are registered, with what became of each line. */
export function ManyPeople() {
  const { t } = useTranslation(['screens', 'common'])
  const [rows, setRows] = useState(NOBODY)
  const [refused, setRefused] = useState<string | null>(null)
  const many = useMany(rows)
  const names = t('common:specialties', { returnObjects: true }) as Record<string, string>
  const codeOf = (specialty: string): string | null =>
    Object.entries(names).find(
      ([code, name]) => code === specialty || name.toLowerCase() === specialty.toLowerCase(),
    )?.[0] ?? null
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return
    const found = readPeople(await file.text(), codeOf)
    const reason = whyNot(found)
    setRefused(reason === null ? null : t(`many.refused.${reason.kind}`, { ...reason, name: file.name }))
    setRows(reason === null && 'length' in found ? found : NOBODY)
  }
  const ready = [...many.states.values()].filter(canStart).length
  return (
    <>
      <Panel label={t('many.title')}>
        <div className={css.choose}>
          <FileButton accept=".csv,text/csv" onChange={(file) => void take(file)} disabled={many.running}>
            {(props) => (
              <Button
                {...props}
                variant={rows.length === 0 ? 'filled' : 'default'}
                leftSection={<IconTableImport size={17} stroke={1.7} aria-hidden="true" />}
              >
                {t('many.choose')}
              </Button>
            )}
          </FileButton>
          <p className="small soft">{t('many.columns', { columns: COLUMNS.join(', ') })}</p>
          <CopyText text={COLUMNS.join(',')} label={t('many.copy')} done={t('common:copied')} />
        </div>
        {refused !== null && (
          <Notice tone="bad" live>
            {refused}
          </Notice>
        )}
      </Panel>
      {rows.length > 0 && (
        <>
          <div className={css.bar}>
            <p aria-live="polite">{t('many.ready', { count: ready, of: rows.length })}</p>
            {many.running ? (
              <Button
                variant="default"
                onClick={many.stop}
                leftSection={<IconPlayerStop size={17} stroke={1.7} aria-hidden="true" />}
              >
                {t('many.stop')}
              </Button>
            ) : (
              <Button
                disabled={ready === 0}
                onClick={() => void many.start()}
                leftSection={<IconWritingSign size={17} stroke={1.7} aria-hidden="true" />}
              >
                {t('many.start', { count: ready })}
              </Button>
            )}
          </div>
          <ManyTable rows={rows} states={many.states} />
        </>
      )}
    </>
  )
}

type Refusal =
  | { readonly kind: 'columns'; readonly columns: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'long'; readonly most: number }

function whyNot(found: readonly PersonRow[] | NotATable): Refusal | null {
  if ('missing' in found) return { kind: 'columns', columns: found.missing.join(', ') }
  if (found.length === 0) return { kind: 'empty' }
  return found.length > MOST ? { kind: 'long', most: MOST } : null
}
