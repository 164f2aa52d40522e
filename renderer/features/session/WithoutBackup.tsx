import { Button } from '@mantine/core'
import { IconFolderCheck, IconFolderOff, IconKeyOff, IconUserCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FactList } from '../../ui/FactList.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { isChosen, PassphraseFields } from '../../ui/PassphraseFields.tsx'
import { Row } from '../../ui/Rail.tsx'
import { KeyProgress } from './KeyProgress.tsx'
import css from './Onboarding.module.css'

/** A new key for a patient whose own is on no backup: what is lost by it stands above the button. */
export function WithoutBackup({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('screens')
  const [chosen, setChosen] = useState({ first: '', second: '' })
  const replace = useAct('session.replaceKey')
  const words = useFailureWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    replace.mutate({ passphrase: chosen.first })
  }
  return (
    <Panel label={t('onboarding.without-backup.title')}>
      <form className={css.form} onSubmit={submit}>
        <FactList
          facts={[
            { icon: IconKeyOff, tone: 'bad', text: t('onboarding.without-backup.lost') },
            { icon: IconFolderOff, tone: 'bad', text: t('onboarding.without-backup.gone') },
            { icon: IconFolderCheck, text: t('onboarding.without-backup.back') },
            { icon: IconUserCheck, text: t('onboarding.without-backup.rights') },
          ]}
        />
        <PassphraseFields
          value={chosen}
          onChange={setChosen}
          label={t('passphrase.choose')}
          repeatLabel={t('passphrase.repeat')}
        />
        {replace.error !== null && <FailureLine words={words(replace.error)} />}
        {replace.isPending && <KeyProgress afterAsking />}
        <Row end>
          <Button onClick={onBack} disabled={replace.isPending}>
            {t('onboarding.without-backup.restore')}
          </Button>
          <Button type="submit" variant="default" disabled={!isChosen(chosen)} loading={replace.isPending}>
            {t('onboarding.without-backup.create')}
          </Button>
        </Row>
      </form>
    </Panel>
  )
}
