import { Button } from '@mantine/core'
import { IconDeviceLaptop, IconKey, IconLifebuoy } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FactList } from '../../ui/FactList.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { isChosen, PassphraseFields } from '../../ui/PassphraseFields.tsx'
import { KeyProgress } from './KeyProgress.tsx'
import css from './Onboarding.module.css'

type Props = { readonly page: 'needs-key' | 'needs-new-key' }

/** Makes this person's key on this computer, or one in place of a key that others know, under a passphrase of their choice. */
export function CreateKey({ page }: Props) {
  const { t } = useTranslation('screens')
  const [chosen, setChosen] = useState({ first: '', second: '' })
  const first = useAct('session.createKey')
  const next = useAct('session.renewKey')
  const create = page === 'needs-key' ? first : next
  const { data: visit } = useCall('visit.state')
  const words = useFailureWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    create.mutate({ passphrase: chosen.first })
  }
  return (
    <Panel label={t(`onboarding.${page}.title`)}>
      <form className={css.form} onSubmit={submit}>
        <FactList
          facts={[
            { icon: IconKey, text: t(`onboarding.${page}.what`) },
            {
              icon: IconDeviceLaptop,
              text: t(`onboarding.${page}.${visit == null ? 'where' : 'whereVisit'}`),
            },
            { icon: IconLifebuoy, text: t(`onboarding.${page}.lost`) },
          ]}
        />
        <PassphraseFields
          value={chosen}
          onChange={setChosen}
          label={t('passphrase.choose')}
          repeatLabel={t('passphrase.repeat')}
        />
        {create.error !== null && <FailureLine words={words(create.error)} />}
        {create.isPending ? (
          <KeyProgress />
        ) : (
          <Button type="submit" disabled={!isChosen(chosen)}>
            {t(`onboarding.${page}.create`)}
          </Button>
        )}
      </form>
    </Panel>
  )
}
