import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type CommandId, commandsFor } from '../../electron/ipc/commands.ts'
import { isMac, keysOf } from '../lib/commands.ts'
import { useMe } from '../lib/me.ts'
import css from './ShortcutSheet.module.css'

/** Every key that does something, from the same list as menu and palette. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['commands', 'common'])
  const me = useMe()
  const rows = [
    ...commandsFor(me.roles, true)
      .filter(({ accelerator }) => accelerator !== undefined)
      .map(({ id, accelerator }) => ({ label: t(id as CommandId), keys: keysOf(accelerator!, isMac()) })),
    { label: t('common:keys.regions'), keys: 'F6' },
    { label: t('common:keys.close'), keys: 'Esc' },
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts')}
      size={440}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <dl className={css.root}>
        {rows.map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Kbd>{keys}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
