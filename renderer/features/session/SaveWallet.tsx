import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LocalWallet } from '../../../electron/main/domain/local-wallet.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import css from './Onboarding.module.css'

type Props = { readonly wallet: LocalWallet; readonly onDone: () => void }

/** The backup of a wallet that has just been made, or the word that it comes later. */
export function SaveWallet({ wallet: { name, account }, onDone }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const save = useAct('wallets.save')
  const later = useAct('wallets.later')
  const words = useFailureWords()
  const failed = save.error ?? later.error
  return (
    <Panel label={t('wallets.saveTitle')}>
      <div className={css.form}>
        <div className={css.column}>
          <p>{t('wallets.made', { name })}</p>
          <p className={css.address}>{account}</p>
          <CopyText text={account} label={t('wallets.copy')} done={t('common:copied')} />
        </div>
        <Notice tone="warn">{t('wallets.alone', { name })}</Notice>
        <p className="small soft">{t('wallets.file')}</p>
        {failed !== null && <FailureLine words={words(failed)} />}
        <Button
          loading={save.isPending}
          onClick={() => save.mutate({ account }, { onSuccess: ({ saved }) => saved && onDone() })}
          leftSection={<IconDownload size={17} stroke={1.7} aria-hidden="true" />}
        >
          {t('wallets.save')}
        </Button>
        <Button
          variant="default"
          loading={later.isPending}
          onClick={() => later.mutate({ account }, { onSuccess: onDone })}
          aria-describedby="later-note"
        >
          {t('wallets.later')}
        </Button>
        <p className="tiny dim" id="later-note">
          {t('wallets.laterNote')}
        </p>
      </div>
    </Panel>
  )
}
