import { Button, Modal, SegmentedControl } from '@mantine/core'
import { IconDeviceMobile, IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemoPerson } from '../../../electron/main/domain/network.ts'
import { useCall } from '../../lib/calls.ts'
import { shortAddress } from '../../lib/format.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { ActSentence } from './ActSentence.tsx'
import { RequestFields } from './RequestFields.tsx'
import { readRequest, type SignRequest } from './read-request.ts'
import css from './WalletSheet.module.css'

type Props = {
  readonly prompt: {
    readonly request: { readonly method: string; readonly params: readonly unknown[] }
    readonly person: DemoPerson
    readonly sign: () => void
    readonly decline: () => void
  }
}

type View = 'plain' | 'fields' | 'raw'

const LABELS = { plain: 'plain', fields: 'fieldsTab', raw: 'raw' } as const

/** The demo's phone: every request is shown before it is signed. Focus starts on Decline. */
export function WalletSheet({ prompt }: Props) {
  const { t } = useTranslation('signing')
  const [view, setView] = useState<View>('plain')
  const request = readRequest(prompt.request.method, prompt.request.params)
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
      <div className={css.tabs}>
        <span className="small dim">{t('beforeYouSign')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('wallet.view')}
          value={view}
          onChange={(next) => setView(next as View)}
          data={(['plain', 'fields', 'raw'] as const).map((value) => ({ value, label: t(LABELS[value]) }))}
        />
      </div>
      <div className={css.body}>
        <RequestView request={request} view={view} />
      </div>
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

function RequestView({ request, view }: { readonly request: SignRequest; readonly view: View }) {
  const { t } = useTranslation('signing')
  const { data: demo } = useCall('demo.people')
  const named = (address: string): string =>
    demo?.people.find((person) => person.address === address.toLowerCase())?.name ?? shortAddress(address)
  const raw = (text: string) => (
    <ScrollRegion label={t('raw')} className={css.raw}>
      {text}
    </ScrollRegion>
  )
  if (view === 'raw') return raw(request.raw)
  switch (request.kind) {
    case 'act':
      return view === 'plain' ? (
        <ActSentence act={request} named={named} />
      ) : (
        <RequestFields act={request} named={named} />
      )
    case 'text':
      return view === 'plain' ? (
        <>
          <p className={css.lead}>{t('wallet.signIn')}</p>
          <p className="small soft">{t('wallet.signInGives')}</p>
        </>
      ) : (
        raw(request.text)
      )
    case 'transaction':
      return <p className={css.lead}>{t('wallet.transaction', { to: named(request.to) })}</p>
  }
}
