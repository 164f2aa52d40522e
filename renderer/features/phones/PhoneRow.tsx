import { ActionIcon, Button } from '@mantine/core'
import { IconDeviceMobile, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatAgo, shortAddress } from '../../lib/format.ts'
import type { Phone } from '../../lib/wallets.ts'
import { RowLine, RowOf } from '../../ui/Rows.tsx'
import { Status } from '../../ui/Status.tsx'

type Props = {
  readonly phone: Phone
  /** What the clinic's network is called. */
  readonly network: string
  /** The verb of the button for a phone that is ready; null for the one that signs now. */
  readonly verb: string | null
  /** What is being done with this phone now. */
  readonly busy: boolean
  readonly onUse: () => void
  readonly onSwitch: () => void
  readonly onDisconnect: () => void
}

/** One paired phone: whose wallet, on which network, when it was last used, and how to be rid of it. */
export function PhoneRow({ phone, network, verb, busy, onUse, onSwitch, onDisconnect }: Props) {
  const { t } = useTranslation('screens')
  const { name, account, state } = phone
  const who = `${name} ${shortAddress(account)}`
  const act = { ready: verb, 'other-chain': t('phones.switch'), ended: null }[state]
  return (
    <RowOf
      icon={IconDeviceMobile}
      words={
        <>
          <RowLine>
            <bdi>
              <strong>{name}</strong>
            </bdi>
            {state === 'ready' && <span className="tiny dim"> {network}</span>}
          </RowLine>
          <RowLine>
            <span className="tiny dim">
              <bdi className="mono">{shortAddress(account)}</bdi> · {formatAgo(phone.usedAt)}
            </span>
          </RowLine>
          {state === 'ready' && verb === null && <Status tone="ok">{t('phones.inUse')}</Status>}
          {state === 'other-chain' && (
            <Status tone="warn">{t('phones.otherChain', { chain: phone.chainId })}</Status>
          )}
          {state === 'ended' && <Status tone="past">{t('phones.ended')}</Status>}
        </>
      }
    >
      {act !== null && (
        <Button
          size="compact-sm"
          h={30}
          px={14}
          variant="default"
          loading={busy}
          onClick={state === 'ready' ? onUse : onSwitch}
          aria-label={t('phones.actOn', { act, who })}
        >
          {act}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        onClick={onDisconnect}
        aria-label={t(state === 'ended' ? 'phones.forget' : 'phones.disconnect', { who })}
        title={t(state === 'ended' ? 'phones.forget' : 'phones.disconnect', { who })}
      >
        <IconX size={16} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
    </RowOf>
  )
}
