import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatLongDay } from '../../lib/format.ts'
import { DayField } from '../../ui/DayField.tsx'
import css from './Give.module.css'
import { SPANS, type Term, untilOf } from './give-terms.ts'

type Props = { readonly terms: Term; readonly onChange: (change: Partial<Term>) => void }

/** Until when something is given. */
export function UntilChoice({ terms, onChange }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const hint = (span: Term['span']): string => {
    const until = span === 'date' ? null : untilOf({ ...terms, span })
    return until === null ? '' : t('give.untilDay', { day: formatLongDay(until) })
  }
  return (
    <>
      <Radio.Group
        label={t('give.until')}
        value={terms.span}
        onChange={(span) => onChange({ span: span as Term['span'] })}
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
    </>
  )
}
