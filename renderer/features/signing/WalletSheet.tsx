import { Button, Modal } from '@mantine/core'
import { IconDeviceMobile, IconSignature } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DemoPerson } from '../../../electron/main/domain/network.ts'
import { RequestPreview } from './RequestPreview.tsx'
import css from './WalletSheet.module.css'

type Props = {
  readonly prompt: {
    readonly request: { readonly method: string; readonly params: readonly unknown[] }
    readonly person: DemoPerson
    readonly sign: () => void
    readonly decline: () => void
  }
}

/** The demo's phone: every request is shown before it is signed. Focus starts on Decline. */
export function WalletSheet({ prompt }: Props) {
  const { t } = useTranslation('signing')
  return (
    <Modal
      opened
      onClose={prompt.decline}
      closeOnClickOutside={false}
      title={t('wallet.title', { name: prompt.person.name })}
      closeButtonProps={{ 'aria-label': t('wallet.close') }}
      size={460}
      zIndex={400}
    >
      <p className={css.mark}>
        <IconDeviceMobile size={16} stroke={1.7} aria-hidden="true" />
        {t('wallet.demo')}
      </p>
      <RequestPreview request={prompt.request} />
      <div className={css.actions}>
        <Button variant="default" onClick={prompt.decline} data-autofocus>
          {t('decline')}
        </Button>
        <Button
          onClick={prompt.sign}
          leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
          className={css.sign ?? ''}
        >
          {t('sign')}
        </Button>
      </div>
    </Modal>
  )
}
