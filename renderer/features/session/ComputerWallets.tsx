import { Button } from '@mantine/core'
import { IconWallet } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalWallet } from '../../../electron/main/domain/local-wallet.ts'
import { CallFailure } from '../../lib/bridge.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useWallets } from '../../lib/wallets.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { RowOf, Rows } from '../../ui/Rows.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './ComputerWallets.module.css'
import { WalletRow } from './WalletRow.tsx'

type Props = {
  readonly onMake: () => void
  readonly onBring: () => void
  /** A wallet that was made and never saved: that comes before its first use. */
  readonly onUnsaved: (wallet: LocalWallet) => void
}

/** The wallets of this computer, and the way to another one. */
export function ComputerWallets({ onMake, onBring, onUnsaved }: Props) {
  const { t } = useTranslation('screens')
  const { data: here, error: unread } = useCall('wallets.list')
  const wallets = useWallets()
  const words = useFailureWords()
  const signIn = useAct('session.signIn')
  const save = useAct('wallets.save')
  const remove = useAct('wallets.remove')
  const [coming, setComing] = useState<string | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function run(act: () => Promise<unknown>): Promise<void> {
    setFailure(null)
    try {
      await act()
    } catch (error) {
      setFailure(error instanceof CallFailure ? error : new CallFailure('E_INTERNAL', {}))
    }
  }
  const comeIn = async (wallet: LocalWallet): Promise<void> => {
    if (wallet.backup === 'none') return onUnsaved(wallet)
    setComing(wallet.account)
    await run(async () => {
      await wallets.connectLocal(wallet.account)
      await signIn.mutateAsync(undefined)
    })
    setComing(null)
  }
  const failed = failure ?? unread
  return (
    <section className={css.root} aria-labelledby="computer-wallets">
      <h2 className={css.heading} id="computer-wallets">
        {t('wallets.title')}
      </h2>
      {failed !== null && <FailureLine words={words(failed)} />}
      <Rows>
        {here?.map((wallet) => (
          <WalletRow
            key={wallet.account}
            wallet={wallet}
            busy={coming === wallet.account}
            onUse={() => void comeIn(wallet)}
            onSave={() => void run(() => save.mutateAsync({ account: wallet.account }))}
            onRemove={() => void run(() => remove.mutateAsync({ account: wallet.account }))}
          />
        ))}
        <RowOf
          icon={IconWallet}
          words={
            <>
              <strong>
                {t(here === undefined || here.length === 0 ? 'wallets.none' : 'wallets.another')}
              </strong>
              <span className="small soft">{t('wallets.noneNote')}</span>
            </>
          }
        >
          <TextButton onClick={onBring}>{t('wallets.bring')}</TextButton>
          <Button size="compact-sm" h={30} px={14} variant="default" onClick={onMake}>
            {t('wallets.make')}
          </Button>
        </RowOf>
      </Rows>
    </section>
  )
}
