import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '../../lib/failure-words.ts'
import { Status } from '../../ui/Status.tsx'
import css from './Register.module.css'
import type { RegisterRole } from './register-values.ts'
import { useAddressCheck } from './use-address-check.ts'

type Props = {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What it is to be registered as; null for a wallet that acts for somebody else. */
  readonly role: RegisterRole | null
  readonly error?: ReactNode
  readonly action?: ReactNode
  /** It came from the person's own phone: nobody edits it. */
  readonly proven?: boolean
}

/** The wallet address, with what is known of it while it is typed. */
export function AddressField({ value, onChange, role, error, action, proven = false }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  const { data, error: failure } = useAddressCheck(value)
  const others = data?.registered.filter((one) => one !== role) ?? []
  const same = role !== null && (data?.registered.includes(role) ?? false)
  const shownError =
    failure !== null
      ? `${words(failure).title} ${words(failure).body}`
      : same
        ? words({ code: 'E_ALREADY_REGISTERED', detail: {} }).title
        : error
  return (
    <div>
      <TextInput
        label={t(role === null ? 'register.child.account' : 'register.account')}
        placeholder="0x…"
        value={value}
        readOnly={proven}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={shownError}
        classNames={{ input: css.mono ?? '' }}
        spellCheck={false}
        autoComplete="off"
        rightSectionWidth={104}
        rightSection={action}
      />
      <div className={css.checks} aria-live="polite">
        {proven && <Status tone="ok">{t('register.proven')}</Status>}
        {!proven && data !== undefined && <Status tone="ok">{t('register.whole')}</Status>}
        {role !== null && data !== undefined && data.registered.length === 0 && (
          <Status tone="ok">{t('register.new')}</Status>
        )}
        {role !== null && !same && others.length > 0 && (
          <Status tone="warn">
            {t('register.alsoRegistered', {
              roles: others.map((one) => t(`common:roles.${one as 'doctor'}`).toLowerCase()).join(', '),
            })}
          </Status>
        )}
      </div>
    </div>
  )
}
