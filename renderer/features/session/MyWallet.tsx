import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LocalWallet } from '../../../electron/main/domain/local-wallet.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { shortAddress } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './MyWallet.module.css'

/** The wallet of this computer that signs for whoever is in; null for the others. */
function useMyWallet(): LocalWallet | null {
  const me = useMe()
  const { data: here } = useCall('wallets.list')
  return here?.find(({ account }) => account === me.signer) ?? null
}

/** Under the top bar until the wallet has a backup. */
export function WalletReminder() {
  const { t } = useTranslation('screens')
  const wallet = useMyWallet()
  const save = useAct('wallets.save')
  const words = useFailureWords()
  if (wallet === null || wallet.backup === 'saved') return null
  return (
    <Notice
      tone="warn"
      wide
      action={
        <TextButton onClick={() => save.mutate({ account: wallet.account })}>{t('wallets.save')}</TextButton>
      }
    >
      <strong>{t('wallets.reminder')}</strong>{' '}
      {save.error === null ? t('wallets.reminderNote') : words(save.error).title}
    </Notice>
  )
}

/** In the settings: whether it was saved, and how to be rid of it. */
export function MyWallet() {
  const { t } = useTranslation('screens')
  const wallet = useMyWallet()
  const save = useAct('wallets.save')
  const remove = useAct('wallets.remove')
  const words = useFailureWords()
  if (wallet === null) return null
  const { account, name, backup } = wallet
  const failed = save.error ?? remove.error
  return (
    <Panel title={t('wallets.panel')}>
      <div className={css.root}>
        <p>
          <bdi>
            <strong>{name}</strong>
          </bdi>{' '}
          <bdi className="mono dim">{shortAddress(account)}</bdi>
        </p>
        <Status tone={backup === 'saved' ? 'ok' : 'warn'}>{t(`wallets.backups.${backup}`)}</Status>
        <p className="small soft">{t('wallets.panelNote')}</p>
        {failed !== null && <FailureLine words={words(failed)} />}
        <div className={css.acts}>
          <Button
            size="compact-sm"
            h={30}
            px={14}
            variant="default"
            loading={save.isPending}
            onClick={() => save.mutate({ account })}
            leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
          >
            {t('wallets.save')}
          </Button>
          <TextButton onClick={() => remove.mutate({ account })}>{t('wallets.remove')}</TextButton>
        </div>
      </div>
    </Panel>
  )
}
