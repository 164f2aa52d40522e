import { Button, SegmentedControl } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { isChosen, PassphraseFields } from '../../ui/PassphraseFields.tsx'
import { PassphraseInput } from '../../ui/PassphraseInput.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Onboarding.module.css'
import { RestoreKit } from './RestoreKit.tsx'

const WAYS = ['file', 'kit'] as const

/**
 * Brings a key back, from a backup file or from a recovery kit.
 * @param onWithout for who has neither; null where nobody could give anything back
 */
export function RestoreKey({ onWithout }: { readonly onWithout: (() => void) | null }) {
  const { t } = useTranslation('screens')
  const [way, setWay] = useState<(typeof WAYS)[number]>('file')
  return (
    <Panel label={t('onboarding.needs-restore.title')}>
      <div className={css.form}>
        <SegmentedControl
          aria-label={t('onboarding.needs-restore.from')}
          value={way}
          onChange={setWay}
          data={WAYS.map((value) => ({ value, label: t(`onboarding.needs-restore.${value}`) }))}
        />
        {way === 'file' ? <RestoreFile /> : <RestoreKit />}
        {onWithout !== null && (
          <TextButton onClick={onWithout}>{t('onboarding.needs-restore.without')}</TextButton>
        )}
      </div>
    </Panel>
  )
}

/** A .p12 file; main opens it itself. */
function RestoreFile() {
  const { t } = useTranslation('screens')
  const [backup, setBackup] = useState('')
  const [chosen, setChosen] = useState({ first: '', second: '' })
  const restore = useAct('backup.restore')
  const words = useFailureWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    restore.mutate({ backupPassphrase: backup, passphrase: chosen.first })
  }
  const failed = restore.error !== null && restore.error.code !== 'E_CANCELLED' ? restore.error : null
  return (
    <form className={css.form} onSubmit={submit}>
      <PassphraseInput
        label={t('onboarding.needs-restore.backup')}
        description={t('onboarding.needs-restore.backupNote')}
        value={backup}
        onChange={(event) => setBackup(event.currentTarget.value)}
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
        disabled={backup === '' || !isChosen(chosen)}
        loading={restore.isPending}
        leftSection={<IconFolderOpen size={17} stroke={1.7} aria-hidden="true" />}
      >
        {t('onboarding.needs-restore.choose')}
      </Button>
    </form>
  )
}
