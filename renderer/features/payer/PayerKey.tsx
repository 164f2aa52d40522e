import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { SecretDialog } from '../../ui/SecretDialog.tsx'

const KEY = /^(0x)?[0-9a-f]{64}$/i

type Props = { readonly holdsKey: boolean; readonly opened: boolean; readonly onClose: () => void }

/** Gives the account's private key to this computer, where it stays. */
export function PayerKey({ holdsKey, opened, onClose }: Props) {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const act = useAct('payer.setKey')
  const close = (): void => {
    act.reset()
    onClose()
  }
  return (
    <SecretDialog
      title={t('payer.keyTitle')}
      label={t('payer.key')}
      note={t('payer.keyNote')}
      keep={t('payer.keepKey')}
      remove={holdsKey ? t('payer.removeKey') : null}
      isWhole={(key) => KEY.test(key)}
      failure={act.error === null ? null : wordsOf(act.error)}
      pending={act.isPending}
      opened={opened}
      onSend={(key) => act.mutate({ key }, { onSuccess: close })}
      onClose={close}
    />
  )
}
