import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LocalProfile } from '../../../electron/main/domain/session.ts'
import { useNames } from '../../lib/names.ts'
import { UnlockForm } from './UnlockForm.tsx'

type Props = { readonly profile: LocalProfile; readonly onClose: () => void }

/** Asks for the passphrase of a profile that was chosen on the first page. */
export function UnlockDialog({ profile, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const { address } = profile
  return (
    <Modal
      opened
      onClose={onClose}
      // A stray click must not take away what has been typed, or what was said of it.
      closeOnClickOutside={false}
      title={t('connect.unlock', { name: names.plain(profile.name ?? names.invented(address), address) })}
      size={400}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <UnlockForm address={address} />
    </Modal>
  )
}
