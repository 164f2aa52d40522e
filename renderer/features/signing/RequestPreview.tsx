import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { shortAddress } from '../../lib/format.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { ActSentence } from './ActSentence.tsx'
import { RequestFields } from './RequestFields.tsx'
import { readRequest, type SignRequest } from './read-request.ts'
import { TextSentence } from './TextSentence.tsx'
import css from './WalletSheet.module.css'

type Props = { readonly request: { readonly method: string; readonly params: readonly unknown[] } }
type View = 'plain' | 'fields' | 'raw'

const LABELS = { plain: 'plain', fields: 'fieldsTab', raw: 'raw' } as const

/** What is about to be signed: as a sentence, as the fields that are signed, and as it is sent. */
export function RequestPreview({ request: { method, params } }: Props) {
  const { t } = useTranslation('signing')
  const [view, setView] = useState<View>('plain')
  return (
    <>
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
        <RequestView request={readRequest(method, params)} view={view} />
      </div>
    </>
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
          <TextSentence request={request} lead={css.lead ?? ''} note="small soft" />
          {request.purpose === null && raw(request.text)}
        </>
      ) : (
        raw(request.text)
      )
    case 'transaction':
      return <p className={css.lead}>{t('wallet.transaction', { to: named(request.to) })}</p>
  }
}
