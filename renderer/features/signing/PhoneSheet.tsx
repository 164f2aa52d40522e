import { Button, Modal } from '@mantine/core'
import { IconDeviceMobile, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhones } from '../../lib/wallets.ts'
import { Notice } from '../../ui/Notice.tsx'
import css from './PhoneSheet.module.css'
import { RequestPreview } from './RequestPreview.tsx'

type Props = {
  readonly prompt: {
    readonly request: { readonly method: string; readonly params: readonly unknown[] }
    readonly name: string
    readonly again: (() => void) | null
    readonly decline: () => void
  }
}

/** What a phone has been asked, while it sleeps or its person reads. The phone decides; here one can only stop waiting. */
export function PhoneSheet({ prompt }: Props) {
  const { t } = useTranslation('signing')
  const { online } = usePhones()
  const [asked, setAsked] = useState(1)
  const again = (): void => {
    setAsked(asked + 1)
    prompt.again?.()
  }
  return (
    <Modal
      opened
      onClose={prompt.decline}
      closeOnClickOutside={false}
      title={t('phone.title')}
      closeButtonProps={{ 'aria-label': t('phone.close') }}
      size={460}
      zIndex={400}
    >
      <div className={css.root}>
        <p className={css.where} role="status">
          <IconDeviceMobile size={17} stroke={1.7} aria-hidden="true" />
          <span>
            <bdi>{prompt.name}</bdi> {t('phone.asked', { count: asked })}
          </span>
        </p>
        {!online && (
          <Notice tone="warn" live>
            {t('phone.offline')}
          </Notice>
        )}
        <div>
          <RequestPreview request={prompt.request} />
        </div>
        <p className="small dim">{t('phoneShows')}</p>
        <div className={css.actions}>
          <Button variant="default" onClick={prompt.decline} data-autofocus>
            {t('phone.cancel')}
          </Button>
          {prompt.again !== null && (
            <Button
              variant="default"
              onClick={again}
              leftSection={<IconRefresh size={16} stroke={1.7} aria-hidden="true" />}
            >
              {t('phone.again')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}
