import { Button, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './Payer.module.css'

const KEY = /^(0x)?[0-9a-f]{64}$/i

type Props = { readonly holdsKey: boolean; readonly opened: boolean; readonly onClose: () => void }

/** Gives the account's private key to this computer, where it stays. */
export function PayerKey({ holdsKey, opened, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const wordsOf = useFailureWords()
  const [key, setKey] = useState('')
  const act = useAct('payer.setKey')
  const close = (): void => {
    setKey('')
    act.reset()
    onClose()
  }
  const send = (next: string | null): void => act.mutate({ key: next }, { onSuccess: close })
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('payer.keyTitle')}
      size={440}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        className={css.root}
        onSubmit={(event) => {
          event.preventDefault()
          send(key.trim())
        }}
      >
        <PasswordInput
          label={t('payer.key')}
          description={t('payer.keyNote')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          w="100%"
          data-autofocus
        />
        {act.error !== null && <FailureLine words={wordsOf(act.error)} />}
        <div className={css.buttons}>
          {holdsKey && (
            <Button variant="default" onClick={() => send(null)}>
              {t('payer.removeKey')}
            </Button>
          )}
          <Button type="submit" disabled={!KEY.test(key.trim())} loading={act.isPending}>
            {t('payer.keepKey')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
