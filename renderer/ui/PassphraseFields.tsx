import { useTranslation } from 'react-i18next'
import css from './PassphraseFields.module.css'
import { PassphraseInput } from './PassphraseInput.tsx'
import { Status } from './Status.tsx'

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
  return (
    <div className={css.root}>
      <PassphraseInput
        label={label}
        description={t('passphrase.rule', { least: LEAST })}
        value={value.first}
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
        autoComplete="new-password"
      />
      <PassphraseInput
        label={repeatLabel}
        value={value.second}
        onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
        autoComplete="new-password"
      />
      <div className={css.marks} aria-live="polite">
        <Status tone={long ? 'ok' : 'wait'}>{t('passphrase.long', { least: LEAST })}</Status>
        <Status tone={same ? 'ok' : 'wait'}>{t('passphrase.same')}</Status>
      </div>
    </div>
  )
}
