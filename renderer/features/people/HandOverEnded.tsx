import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useNames } from '../../lib/names.ts'
import { WalletForm } from '../../ui/WalletForm.tsx'

type Props = { readonly person: PersonView; readonly onClose: () => void }

/** Gives an account to its own wallet, where the time of whoever acted for it is over. */
export function HandOverEnded({ person, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const words = useFailureWords()
  const act = useAct('people.handOverEnded')
  const name = names.person(person)
  const title = t('people.handOverWho', { name })
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={520}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <WalletForm
        title={title}
        label={t('people.handOverTo')}
        description={t('people.handOverNote', { name })}
        sign={t('people.handOver')}
        busy={act.isPending}
        failure={act.error === null ? null : words(act.error)}
        onSign={(to) => act.mutate({ account: person.address, to }, { onSuccess: onClose })}
      />
    </Modal>
  )
}
