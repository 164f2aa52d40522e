import { Button, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreView } from '../../../electron/main/domain/store.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './Storage.module.css'

const SHORTEST = 8

type Props = { readonly store: StoreView; readonly opened: boolean; readonly onClose: () => void }

/** Gives a store's key to this computer, where it stays. */
export function StoreKey({ store, opened, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const wordsOf = useFailureWords()
  const [key, setKey] = useState('')
  const act = useAct('stores.setKey')
  const close = (): void => {
    setKey('')
    act.reset()
    onClose()
  }
  const send = (next: string | null): void =>
    act.mutate({ name: store.name, key: next }, { onSuccess: close })
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('storage.keyOf', { name: store.name })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          send(key.trim())
        }}
      >
        <PasswordInput
          label={t(`storage.key.${store.kind}`)}
          description={t('storage.keyNote')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          w="100%"
          data-autofocus
        />
        {act.error !== null && <FailureLine words={wordsOf(act.error)} />}
        <div className={css.buttons}>
          {store.hasKey && (
            <Button variant="default" onClick={() => send(null)}>
              {t('storage.removeKey')}
            </Button>
          )}
          <Button type="submit" disabled={key.trim().length < SHORTEST} loading={act.isPending}>
            {t('storage.keepKey')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
