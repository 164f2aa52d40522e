import { Button, Modal, TextInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './Give.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void }

/** A doctor asks a patient, by the address that the patient shows. */
export function AskForAccess({ opened, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const [patient, setPatient] = useState('')
  const words = useFailureWords()
  const ask = useAct('access.request')
  const close = (): void => {
    setPatient('')
    ask.reset()
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    ask.mutate({ patient: patient.trim() })
  }
  const typed =
    ask.error !== null && /^E_(ADDRESS|NOT_REGISTERED)/.test(ask.error.code) ? words(ask.error) : null
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('patients.ask')}
      size={480}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {ask.isSuccess ? (
        <div className={css.terms}>
          <Notice tone="info" live>
            {t('patients.asked')}
          </Notice>
          <Button variant="default" onClick={close} data-autofocus>
            {t('common:close')}
          </Button>
        </div>
      ) : (
        <form className={css.terms} onSubmit={submit}>
          <p className="small soft">{t('patients.askNote')}</p>
          <TextInput
            label={t('patients.address')}
            placeholder="0x…"
            value={patient}
            onChange={(event) => setPatient(event.currentTarget.value)}
            error={typed === null ? undefined : `${typed.title} ${typed.body}`}
            spellCheck={false}
            autoComplete="off"
            data-autofocus
          />
          {ask.error !== null && typed === null && <FailureLine words={words(ask.error)} />}
          <Button
            type="submit"
            loading={ask.isPending}
            disabled={patient.trim() === ''}
            leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
          >
            {t('patients.send')}
          </Button>
        </form>
      )}
    </Modal>
  )
}
