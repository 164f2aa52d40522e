import { Button } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhoneNetwork } from '../../../electron/main/domain/network.ts'
import { CallFailure } from '../../lib/bridge.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { type Phone, usePhones, useWallets } from '../../lib/wallets.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RowOf, Rows } from '../../ui/Rows.tsx'
import { PairingCode } from './PairingCode.tsx'
import { PhoneRow } from './PhoneRow.tsx'
import css from './PhoneWallets.module.css'
import { usePairing } from './use-pairing.ts'

type Props = {
  readonly network: PhoneNetwork
  /** What the button of a paired phone says; null for the one that signs now. */
  readonly verbFor: (phone: Phone) => string | null
  readonly onUse: (phone: Phone) => Promise<void>
}

/** The phones that are paired, and a code for the next one. */
export function PhoneWallets({ network, verbFor, onUse }: Props) {
  const { t } = useTranslation('screens')
  const { phones } = usePhones()
  const wallets = useWallets()
  const words = useFailureWords()
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function run(topic: string, act: () => Promise<void>): Promise<void> {
    setBusy(topic)
    setFailure(null)
    try {
      await act()
    } catch (error) {
      setFailure(error instanceof CallFailure ? error : new CallFailure('E_INTERNAL', {}))
    } finally {
      setBusy(null)
    }
  }
  const use = (phone: Phone): Promise<void> => run(phone.topic, () => onUse(phone))
  const pairing = usePairing((phone) => {
    if (phone.state === 'ready') void use(phone)
  })
  const { now } = pairing
  const failed = failure ?? (now.stage === 'idle' ? now.failure : null)
  return (
    <div className={css.root}>
      {failed !== null && <FailureLine words={words(failed)} />}
      {now.stage !== 'idle' && (
        <PairingCode
          code={now.stage === 'waiting' ? now.pairing : null}
          onRenew={() => void pairing.start()}
          onCancel={pairing.cancel}
        />
      )}
      <Rows>
        {phones.map((phone) => (
          <PhoneRow
            key={phone.topic}
            phone={phone}
            network={network.name}
            verb={verbFor(phone)}
            busy={busy === phone.topic}
            onUse={() => void use(phone)}
            onSwitch={() => void run(phone.topic, () => wallets.phones.switchChain(phone.topic))}
            onDisconnect={() => void run(phone.topic, () => wallets.phones.disconnect(phone.topic))}
          />
        ))}
        {now.stage === 'idle' && (
          <RowOf
            icon={IconQrcode}
            words={
              <>
                <strong>{t(phones.length === 0 ? 'phones.pair' : 'phones.pairAnother')}</strong>
                <span className="small soft">{t('phones.pairNote')}</span>
              </>
            }
          >
            <Button
              size="compact-sm"
              h={30}
              px={14}
              variant="default"
              onClick={() => {
                setFailure(null)
                void pairing.start()
              }}
            >
              {t('phones.show')}
            </Button>
          </RowOf>
        )}
      </Rows>
      <p className="tiny dim">{t('phones.relay')}</p>
      {!network.rpc.startsWith('https:') && <Notice tone="warn">{t('phones.noHttps')}</Notice>}
    </div>
  )
}
