import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayerView } from '../../../electron/main/domain/transaction.ts'
import { useCall } from '../../lib/calls.ts'
import { formatCoins, shortAddress } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { MakeAccount } from './MakeAccount.tsx'
import css from './Payer.module.css'
import { PayerKey } from './PayerKey.tsx'
import { PayerLimit } from './PayerLimit.tsx'

/** Whose account brings acts to the chain, and what that has cost. */
export function PayerPanel() {
  const { t } = useTranslation('screens')
  const { data: payer } = useCall('payer.read')
  const me = useMe()
  if (payer === undefined) return null
  const { kind, pays } = payer
  return (
    <Panel title={t('payer.title')}>
      <div className={css.root}>
        {kind === 'relayer' ? (
          <ClinicAccount payer={payer} />
        ) : (
          <p className="small soft">{t(`payer.kinds.${kind}`)}</p>
        )}
        {kind === 'relayer' && (
          <Status tone={pays === 'relayer' ? 'ok' : 'warn'}>
            {t(pays === 'relayer' ? 'payer.paysHere' : 'payer.noKey')}
          </Status>
        )}
        {me.roles.includes('admin') && kind !== 'node' && <AdminPart payer={payer} />}
      </div>
    </Panel>
  )
}

function ClinicAccount({ payer }: { readonly payer: PayerView }) {
  const { t } = useTranslation(['screens', 'common'])
  const { account, balance, spentToday, dailyLimit, pays } = payer
  if (account === null) return null
  return (
    <>
      <Facts
        rows={[
          [
            t('payer.account'),
            <span key="account" className={css.account}>
              <bdi title={account}>{shortAddress(account)}</bdi>
              <CopyText text={account} label={t('payer.copy')} done={t('common:copied')} />
            </span>,
          ],
          [t('payer.balance'), balance === null ? t('payer.unknown') : formatCoins(balance)],
          ...(pays === 'relayer'
            ? ([
                [t('payer.spent'), formatCoins(spentToday)],
                [t('payer.limit'), formatCoins(dailyLimit)],
              ] as const)
            : []),
        ]}
      />
      <p className="tiny dim">{t('payer.currency')}</p>
    </>
  )
}

function AdminPart({ payer }: { readonly payer: PayerView }) {
  const { t } = useTranslation('screens')
  const [asking, setAsking] = useState<'key' | 'limit' | null>(null)
  const close = (): void => setAsking(null)
  if (payer.kind === 'wallet') return <MakeAccount made={payer.made} />
  const holdsKey = payer.pays === 'relayer'
  return (
    <>
      <div className={css.buttons}>
        <Button size="compact-sm" h={30} px={14} variant="default" onClick={() => setAsking('key')}>
          {t(holdsKey ? 'payer.changeKey' : 'payer.giveKey')}
        </Button>
        {holdsKey && (
          <Button size="compact-sm" h={30} px={14} variant="default" onClick={() => setAsking('limit')}>
            {t('payer.changeLimit')}
          </Button>
        )}
      </div>
      <PayerKey holdsKey={holdsKey} opened={asking === 'key'} onClose={close} />
      <PayerLimit limit={payer.dailyLimit} opened={asking === 'limit'} onClose={close} />
    </>
  )
}
