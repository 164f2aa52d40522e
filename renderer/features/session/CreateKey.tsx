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

/** Makes this person's key on this computer, under a passphrase of their choice. */
export function CreateKey() {
  const { t } = useTranslation('screens')
  const [chosen, setChosen] = useState({ first: '', second: '' })
  const create = useAct('session.createKey')
  const { data: visit } = useCall('visit.state')
  const words = useFailureWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    create.mutate({ passphrase: chosen.first })
  }
  return (
    <Panel label={t('onboarding.needs-key.title')}>
      <form className={css.form} onSubmit={submit}>
        <FactList
          facts={[
            { icon: IconKey, text: t('onboarding.needs-key.what') },
            {
              icon: IconDeviceLaptop,
              text: t(`onboarding.needs-key.${visit == null ? 'where' : 'whereVisit'}`),
            },
            { icon: IconLifebuoy, text: t('onboarding.needs-key.lost') },
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
            {t('onboarding.needs-key.create')}
          </Button>
        )}
      </form>
    </Panel>
  )
}
