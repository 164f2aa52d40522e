import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { PassphraseInput } from '../../ui/PassphraseInput.tsx'
import { LostWay } from './LostWay.tsx'
import css from './UnlockForm.module.css'

type Props = { readonly address: Address; readonly autoFocus?: boolean }

/** The passphrase of one profile of this computer. */
export function UnlockForm({ address, autoFocus = true }: Props) {
  const { t } = useTranslation('screens')
  const [passphrase, setPassphrase] = useState('')
  const unlock = useAct('session.unlock')
  const words = useFailureWords()
  const told = useDemoPassphrase(address)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    unlock.mutate({ address, passphrase }, { onError: () => setPassphrase('') })
  }
  const { error } = unlock
  const wrong = error?.code === 'E_PASSPHRASE_WRONG'
  return (
    <form className={css.root} onSubmit={submit}>
      <PassphraseInput
        label={t('unlock.passphrase')}
        description={
          told !== null && (
            <Trans
              t={t}
              i18nKey="unlock.demo"
              values={{ passphrase: told }}
              components={{ b: <span className={`mono ${css.told}`} /> }}
            />
          )
        }
        placeholder={t('unlock.placeholder')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={error !== null && wrong ? words(error).title : undefined}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        autoComplete="current-password"
        size="md"
      />
      {error !== null && !wrong && <FailureLine words={words(error)} />}
      {error !== null && error.code !== 'E_BACKEND_UNSAFE' && <LostWay address={address} />}
      <Button type="submit" size="md" loading={unlock.isPending} disabled={passphrase === ''}>
        {t('unlock.unlock')}
      </Button>
    </form>
  )
}

/** In the demo, profiles that came with it open with a passphrase that is no secret. */
function useDemoPassphrase(address: Address): string | null {
  const { data: demo } = useCall('demo.people')
  return demo?.people.find((person) => person.address === address)?.passphrase ?? null
}
