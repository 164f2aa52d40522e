import { Button, TextInput } from '@mantine/core'
import { IconDeviceLaptop, IconSignature, IconZoomQuestion } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalWallet } from '../../../electron/main/domain/local-wallet.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FactList } from '../../ui/FactList.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { isChosen, PassphraseFields } from '../../ui/PassphraseFields.tsx'
import css from './Onboarding.module.css'

/** A new wallet for this computer, under a passphrase of its person's choice. */
export function MakeWallet({ onMade }: { readonly onMade: (wallet: LocalWallet) => void }) {
  const { t } = useTranslation('screens')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState({ first: '', second: '' })
  const make = useAct('wallets.make')
  const words = useFailureWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    make.mutate({ name: name.trim(), passphrase: chosen.first }, { onSuccess: onMade })
  }
  return (
    <Panel label={t('wallets.makeTitle')}>
      <form className={css.form} onSubmit={submit}>
        <FactList
          facts={[
            { icon: IconDeviceLaptop, text: t('wallets.what') },
            { icon: IconSignature, text: t('wallets.signs') },
            { icon: IconZoomQuestion, text: t('wallets.lost') },
          ]}
        />
        <TextInput
          label={t('wallets.name')}
          description={t('wallets.nameNote')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
        <PassphraseFields
          value={chosen}
          onChange={setChosen}
          label={t('passphrase.choose')}
          repeatLabel={t('passphrase.repeat')}
        />
        {make.error !== null && <FailureLine words={words(make.error)} />}
        <Button type="submit" loading={make.isPending} disabled={name.trim() === '' || !isChosen(chosen)}>
          {t('wallets.makeIt')}
        </Button>
      </form>
    </Panel>
  )
}
