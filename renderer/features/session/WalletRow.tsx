import { ActionIcon, Button } from '@mantine/core'
import { IconDownload, IconWallet, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LocalWallet } from '../../../electron/main/domain/local-wallet.ts'
import { shortAddress } from '../../lib/format.ts'
import { RowLine, RowOf } from '../../ui/Rows.tsx'
import { Status } from '../../ui/Status.tsx'

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
  const acts = [
    { label: t('wallets.saveOf', { name }), act: onSave, Shown: IconDownload },
    { label: t('wallets.removeOf', { name }), act: onRemove, Shown: IconX },
  ]
  return (
    <RowOf
      icon={IconWallet}
      words={
        <>
          <RowLine>
            <bdi>
              <strong>{name}</strong>
            </bdi>
          </RowLine>
          <bdi className="mono tiny dim">{shortAddress(account)}</bdi>
          {backup !== 'saved' && <Status tone="warn">{t(`wallets.backups.${backup}`)}</Status>}
        </>
      }
    >
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
      {acts.map(({ label, act, Shown }) => (
        <ActionIcon
          key={label}
          variant="subtle"
          color="gray"
          size={30}
          onClick={act}
          aria-label={label}
          title={label}
        >
          <Shown size={16} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      ))}
    </RowOf>
  )
}
