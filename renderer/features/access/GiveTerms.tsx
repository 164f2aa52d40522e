import { Checkbox, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type FolderChoice, keyOf } from '../../lib/folders.ts'
import { formatLongDay } from '../../lib/format.ts'
import { DayField } from '../../ui/DayField.tsx'
import css from './Give.module.css'
import { SPANS, type Terms, untilOf } from './give-terms.ts'

type Props = {
  readonly terms: Terms
  readonly choices: readonly FolderChoice[]
  /** Only a doctor can be let add. */
  readonly canAdd: boolean
  readonly onChange: (change: Partial<Terms>) => void
}

/** What to give, and until when. */
export function GiveTerms({ terms, choices, canAdd, onChange }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const hint = (span: Terms['span']): string => {
    const until = span === 'date' ? null : untilOf({ ...terms, span })
    return until === null ? '' : t('give.untilDay', { day: formatLongDay(until) })
  }
  return (
    <div className={css.terms}>
      <Checkbox.Group
        label={t('give.folders')}
        description={t('give.foldersNote')}
        value={[...terms.folders]}
        onChange={(folders) => onChange({ folders })}
        error={terms.folders.length === 0 ? t('give.noFolder') : undefined}
      >
        <div className={css.choices}>
          {choices.map((choice) => (
            <Checkbox
              key={keyOf(choice.to)}
              value={keyOf(choice.to)}
              label={choice.label}
              description={
                'folder' in choice.to ? t('give.folderCount', { count: choice.records }) : t('give.folderNew')
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      {canAdd && (
        <Radio.Group
          label={t('give.what')}
          value={terms.mayAdd ? 'add' : 'read'}
          onChange={(value) => onChange({ mayAdd: value === 'add' })}
        >
          <div className={css.choices}>
            <Radio value="read" label={t('give.read')} description={t('give.readNote')} />
            <Radio value="add" label={t('give.add')} description={t('give.addNote')} />
          </div>
        </Radio.Group>
      )}
      <Radio.Group
        label={t('give.until')}
        value={terms.span}
        onChange={(span) => onChange({ span: span as Terms['span'] })}
      >
        <div className={css.choices}>
          {SPANS.map((span) => (
            <Radio key={span} value={span} label={t(`give.span.${span}`)} description={hint(span)} />
          ))}
        </div>
      </Radio.Group>
      {terms.span === 'date' && (
        <DayField
          label={t('give.lastDay')}
          value={terms.date}
          onChange={(date) => onChange({ date })}
          example={t('common:calendar.example')}
          min={new Date().toISOString().slice(0, 10)}
          error={terms.date !== '' && untilOf(terms) === null ? t('give.passed') : undefined}
          calendarLabels={{ previous: t('common:calendar.previous'), next: t('common:calendar.next') }}
        />
      )}
    </div>
  )
}
