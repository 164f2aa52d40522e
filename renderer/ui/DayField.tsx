import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import { IconCalendar } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { readDay } from './read-day.ts'

type Props = {
  readonly label: string
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: ReactNode
  readonly min?: string
  readonly max?: string
  /** How a day is typed. */
  readonly example: string
  readonly calendarLabels: {
    readonly previous: string
    readonly next: string
  }
}

/** A day, typed or picked. */
export function DayField({ label, value, onChange, error, min, max, example, calendarLabels }: Props) {
  return (
    <DateInput
      label={label}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
      valueFormat="D MMM YYYY"
      dateParser={readDay}
      error={error}
      placeholder={example}
      rightSection={<IconCalendar size={17} stroke={1.6} aria-hidden="true" />}
      rightSectionPointerEvents="none"
      popoverProps={{ withinPortal: false }}
      ariaLabels={{
        previousMonth: calendarLabels.previous,
        nextMonth: calendarLabels.next,
        previousYear: calendarLabels.previous,
        nextYear: calendarLabels.next,
        previousDecade: calendarLabels.previous,
        nextDecade: calendarLabels.next,
      }}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
    />
  )
}
