import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Status } from '../../ui/Status.tsx'
import css from './PassphraseFields.module.css'

/** The fewest characters that main accepts. */
export const LEAST = 10

export type Chosen = { readonly first: string; readonly second: string }

export const isChosen = ({ first, second }: Chosen): boolean => first.length >= LEAST && first === second

type Props = {
  readonly value: Chosen
  readonly onChange: (value: Chosen) => void
  readonly label: string
  readonly repeatLabel: string
}

/** A new passphrase, twice, with its one rule said before it is broken. */
export function PassphraseFields({ value, onChange, label, repeatLabel }: Props) {
  const { t } = useTranslation('screens')
  const long = value.first.length >= LEAST
  const same = value.second !== '' && value.first === value.second
  const eye = { 'aria-label': t('unlock.show'), tabIndex: 0, 'aria-hidden': false } as const
  return (
    <div className={css.root}>
      <PasswordInput
        label={label}
        description={t('passphrase.rule', { least: LEAST })}
        value={value.first}
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
        visibilityToggleButtonProps={eye}
        autoComplete="new-password"
      />
      <PasswordInput
        label={repeatLabel}
        value={value.second}
        onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
        visibilityToggleButtonProps={eye}
        autoComplete="new-password"
      />
      <div className={css.marks} aria-live="polite">
        <Status tone={long ? 'ok' : 'wait'}>{t('passphrase.long', { least: LEAST })}</Status>
        <Status tone={same ? 'ok' : 'wait'}>{t('passphrase.same')}</Status>
      </div>
    </div>
  )
}
