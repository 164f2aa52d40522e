import { Button, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { isChosen, PassphraseFields } from '../../ui/PassphraseFields.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Key.module.css'
import { MakeKit } from './MakeKit.tsx'

type Props = {
  readonly backedUp: boolean
  readonly opened: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** Whether a backup exists, and the way to one. */
export function BackupPanel({ backedUp, opened, onOpen, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  return (
    <Panel title={t('backup.title')}>
      <div className={css.form}>
        <Status tone={backedUp ? 'ok' : 'warn'}>{t(backedUp ? 'backup.saved' : 'backup.none')}</Status>
        <p className="small soft">{t('backup.why')}</p>
        <MakeKit first={!backedUp} />
        <Button
          variant="default"
          onClick={onOpen}
          leftSection={<IconDownload size={17} stroke={1.7} aria-hidden="true" />}
        >
          {t('backup.save')}
        </Button>
      </div>
      <Modal
        opened={opened}
        onClose={onClose}
        title={t('backup.title')}
        size={420}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <BackupForm onDone={onClose} />
      </Modal>
    </Panel>
  )
}

/** A backup file under a passphrase of its own. */
export function BackupForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  const [chosen, setChosen] = useState({ first: '', second: '' })
  const save = useAct('backup.save')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ passphrase: chosen.first }, { onSuccess: ({ saved }) => saved && onDone() })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className="small soft">{t('backup.note')}</p>
      <PassphraseFields
        value={chosen}
        onChange={setChosen}
        label={t('backup.passphrase')}
        repeatLabel={t('backup.repeat')}
      />
      {save.error !== null && <FailureLine words={words(save.error)} />}
      <Button type="submit" loading={save.isPending} disabled={!isChosen(chosen)}>
        {t('backup.choose')}
      </Button>
    </form>
  )
}
