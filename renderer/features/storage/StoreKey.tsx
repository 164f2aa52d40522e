import { useTranslation } from 'react-i18next'
import type { StoreView } from '../../../electron/main/domain/store.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { SecretDialog } from '../../ui/SecretDialog.tsx'

const SHORTEST = 8

type Props = { readonly store: StoreView; readonly opened: boolean; readonly onClose: () => void }

/** Gives a store's key to this computer, where it stays. */
export function StoreKey({ store: { name, kind, hasKey }, opened, onClose }: Props) {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const act = useAct('stores.setKey')
  const close = (): void => {
    act.reset()
    onClose()
  }
  return (
    <SecretDialog
      title={t('storage.keyOf', { name })}
      label={t(`storage.key.${kind}`)}
      note={t('storage.keyNote')}
      keep={t('storage.keepKey')}
      remove={hasKey ? t('storage.removeKey') : null}
      isWhole={(key) => key.length >= SHORTEST}
      failure={act.error === null ? null : wordsOf(act.error)}
      pending={act.isPending}
      opened={opened}
      onSend={(key) => act.mutate({ name, key }, { onSuccess: close })}
      onClose={close}
    />
  )
}
