import { MultiSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../ui/DayField.tsx'
import css from './Register.module.css'
import type { Missing, RegisterValues } from './register-values.ts'

type Props = {
  readonly values: RegisterValues
  readonly onChange: (change: Partial<RegisterValues>) => void
  readonly error: (field: keyof Missing) => string | undefined
}

/** What a clinic writes down of a doctor alone. */
export function DoctorFields({ values, onChange, error }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = t('common:specialties', { returnObjects: true }) as Record<string, string>
  const options = Object.entries(names)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <>
      <div className={css.wide}>
        <MultiSelect
          label={t('register.specialties')}
          placeholder={values.specialties.length === 0 ? t('register.specialtiesAdd') : ''}
          value={values.specialties}
          onChange={(specialties) => onChange({ specialties })}
          data={options}
          searchable
          hidePickedOptions
          maxValues={8}
          nothingFoundMessage={t('register.noSpecialty')}
          error={error('specialties')}
        />
      </div>
      <TextInput
        label={t('register.licence')}
        value={values.licence}
        onChange={(event) => onChange({ licence: event.currentTarget.value })}
        error={error('licence')}
      />
      <DayField
        label={t('register.until')}
        value={values.until}
        onChange={(until) => onChange({ until })}
        error={error('until')}
        example={t('common:calendar.example')}
        calendarLabels={{ previous: t('common:calendar.previous'), next: t('common:calendar.next') }}
      />
    </>
  )
}
