import { Button, TextInput } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalWallet } from '../../../electron/main/domain/local-wallet.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { isChosen, PassphraseFields } from '../../ui/PassphraseFields.tsx'
import { PassphraseInput } from '../../ui/PassphraseInput.tsx'
import css from './Onboarding.module.css'

/** Brings a wallet from its keystore file. Main opens the file itself. */
export function BringWallet({ onBrought }: { readonly onBrought: (wallet: LocalWallet) => void }) {
  const { t } = useTranslation('screens')
  const [name, setName] = useState('')
  const [filePassphrase, setFilePassphrase] = useState('')
  const [chosen, setChosen] = useState({ first: '', second: '' })
  const bring = useAct('wallets.import')
  const words = useFailureWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const given = { name: name.trim(), filePassphrase, passphrase: chosen.first }
    bring.mutate(given, { onSuccess: onBrought })
  }
  const failed = bring.error !== null && bring.error.code !== 'E_CANCELLED' ? bring.error : null
  return (
    <Panel label={t('wallets.bringTitle')}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          label={t('wallets.name')}
          description={t('wallets.nameNote')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
        <PassphraseInput
          label={t('wallets.filePassphrase')}
          description={t('wallets.filePassphraseNote')}
          value={filePassphrase}
          onChange={(event) => setFilePassphrase(event.currentTarget.value)}
          autoComplete="off"
        />
        <PassphraseFields
          value={chosen}
          onChange={setChosen}
          label={t('passphrase.choose')}
          repeatLabel={t('passphrase.repeat')}
        />
        {failed !== null && <FailureLine words={words(failed)} />}
        <Button
          type="submit"
          disabled={name.trim() === '' || filePassphrase === '' || !isChosen(chosen)}
          loading={bring.isPending}
          leftSection={<IconFolderOpen size={17} stroke={1.7} aria-hidden="true" />}
        >
          {t('wallets.bringIt')}
        </Button>
      </form>
    </Panel>
  )
}
