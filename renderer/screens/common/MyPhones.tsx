import { useTranslation } from 'react-i18next'
import { PhoneWallets } from '../../features/phones/PhoneWallets.tsx'
import { CallFailure } from '../../lib/bridge.ts'
import { useMe } from '../../lib/me.ts'
import { usePhones, useWallets } from '../../lib/wallets.ts'
import { Panel } from '../../ui/Panel.tsx'

/** The phone that signs for the person who is in, and a way back to one that has been lost from sight. */
export function MyPhones() {
  const { t } = useTranslation('screens')
  const me = useMe()
  const { network, inUse } = usePhones()
  const { phones } = useWallets()
  if (network === null) return null
  return (
    <Panel title={t('phones.panel')}>
      <PhoneWallets
        network={network}
        verbFor={({ topic }) => (topic === inUse ? null : t('phones.useIt'))}
        onUse={async ({ topic, account }) => {
          if (account !== me.address) throw new CallFailure('E_WALLET_OTHER_ACCOUNT', {})
          await phones.use(topic)
        }}
      />
    </Panel>
  )
}
