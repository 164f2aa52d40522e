import { Button, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureWords } from './FailureCard.tsx'
import { FailureLine } from './FailureLine.tsx'
import css from './SecretDialog.module.css'

type Props = {
  readonly title: string
  readonly label: string
  readonly note: string
  readonly keep: string
  /** What takes the secret away again; null where there is none to take away. */
  readonly remove: string | null
  readonly isWhole: (secret: string) => boolean
  readonly failure: FailureWords | null
  readonly pending: boolean
  readonly opened: boolean
  /** @param secret null takes it away */
  readonly onSend: (secret: string | null) => void
  readonly onClose: () => void
}

/** Takes a secret that goes to main and never comes back. */
export function SecretDialog({ title, opened, onClose, ...form }: Props) {
  const { t } = useTranslation('common')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <SecretForm {...form} />
    </Modal>
  )
}

/** Its text is gone when the dialog is. */
function SecretForm(props: Omit<Props, 'title' | 'opened' | 'onClose'>) {
  const { label, note, keep, remove, isWhole, failure, pending, onSend } = props
  const [secret, setSecret] = useState('')
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(secret.trim())
      }}
    >
      <PasswordInput
        label={label}
        description={note}
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
        w="100%"
        data-autofocus
      />
      {failure !== null && <FailureLine words={failure} />}
      <div className={css.buttons}>
        {remove !== null && (
          <Button variant="default" onClick={() => onSend(null)}>
            {remove}
          </Button>
        )}
        <Button type="submit" disabled={!isWhole(secret.trim())} loading={pending}>
          {keep}
        </Button>
      </div>
    </form>
  )
}
