import { useTranslation } from 'react-i18next'
import type { PhoneNetwork } from '../../../electron/main/domain/network.ts'
import { PhoneWallets } from '../../features/phones/PhoneWallets.tsx'
import { useAct } from '../../lib/calls.ts'
import { useWallets } from '../../lib/wallets.ts'
import css from './Connect.module.css'

/** The way in for people whose wallet is on their phone. */
export function ByPhone({ network }: { readonly network: PhoneNetwork }) {
  const { t } = useTranslation('screens')
  const { phones } = useWallets()
  const signIn = useAct('session.signIn')
  return (
    <section aria-labelledby="phone">
      <h2 className={css.heading} id="phone">
        {t('phones.title')}
      </h2>
      <PhoneWallets
        network={network}
        verbFor={() => t('phones.signIn')}
        onUse={async ({ topic }) => {
          await phones.use(topic)
          await signIn.mutateAsync(undefined)
        }}
      />
    </section>
  )
}
