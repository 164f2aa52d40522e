import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconTrash, IconWallet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LocalWallet } from '../../../electron/main/domain/local-wallet.ts'
import { shortAddress } from '../../lib/format.ts'
import { Status } from '../../ui/Status.tsx'
import css from './ComputerWallets.module.css'

type Props = {
  readonly wallet: LocalWallet
  readonly busy: boolean
  readonly onUse: () => void
  readonly onSave: () => void
  readonly onRemove: () => void
}

/** One wallet of this computer: whose it is, whether it was saved, and what can be done with it. */
export function WalletRow({ wallet: { name, account, backup }, busy, onUse, onSave, onRemove }: Props) {
  const { t } = useTranslation('screens')
  return (
    <li className={css.row}>
      <IconWallet size={20} stroke={1.6} aria-hidden="true" />
      <span className={css.words}>
        <bdi className={css.name}>
          <strong>{name}</strong>
        </bdi>
        <bdi className="mono tiny dim">{shortAddress(account)}</bdi>
        {backup !== 'saved' && <Status tone="warn">{t(`wallets.backups.${backup}`)}</Status>}
      </span>
      <Button
        size="compact-sm"
        h={30}
        px={14}
        variant="default"
        loading={busy}
        onClick={onUse}
        aria-label={t('wallets.signInAs', { name })}
      >
        {t('wallets.signIn')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('wallets.more', { name })}>
            <IconDots size={16} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
            onClick={onSave}
          >
            {t('wallets.save')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.7} aria-hidden="true" />} onClick={onRemove}>
            {t('wallets.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
