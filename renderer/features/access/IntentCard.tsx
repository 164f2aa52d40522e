import { Button, SegmentedControl } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCoin,
  IconDeviceMobile,
  IconPencilOff,
  IconRosetteDiscountCheck,
  IconSignature,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GivePreview } from '../../../electron/main/domain/right.ts'
import { useCall } from '../../lib/calls.ts'
import { formatDay, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { type Fact, FactList } from '../../ui/FactList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import css from './Give.module.css'

type Props = {
  readonly preview: GivePreview
  /** What is signed, as a sentence. */
  readonly plain: ReactNode
  /** The same field by field. */
  readonly fields: ReactNode
  readonly mayAdd: boolean
  /** What else is good to know of it. */
  readonly facts?: readonly Fact[]
  /** Null while it can't be signed. */
  readonly until: number | null
  readonly signLabel: string
  readonly declineLabel: string
  readonly onDecline: () => void
  readonly onSign: (until: number) => void
  readonly busy: boolean
}

/** What will be signed, as a sentence, with the facts beside it. Focus starts on the safe choice. */
export function IntentCard(props: Props) {
  const { preview, plain, fields, mayAdd, facts = [], until, onDecline, onSign, busy } = props
  const { t } = useTranslation(['screens', 'signing'])
  const [view, setView] = useState('plain')
  const decline = useRef<HTMLButtonElement>(null)
  useEffect(() => decline.current?.focus({ preventScroll: true }), [])
  return (
    <Panel label={t('signing:beforeYouSign')} flush floating>
      <div className={css.top}>
        <span className="small dim">{t('signing:beforeYouSign')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('signing:wallet.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'plain', label: t('signing:plain') },
            { value: 'fields', label: t('signing:fieldsTab') },
          ]}
        />
      </div>
      <div className={css.sentence}>{view === 'plain' ? plain : fields}</div>
      <div className={css.facts}>
        <IntentFacts preview={preview} mayAdd={mayAdd} facts={facts} />
      </div>
      <div className={css.foot}>
        <p className={css.phone}>
          <IconDeviceMobile size={17} stroke={1.6} aria-hidden="true" />
          {t('signing:phoneShows')}
        </p>
        <div className={css.buttons}>
          <Button variant="default" onClick={onDecline} ref={decline}>
            {props.declineLabel}
          </Button>
          <Button
            onClick={() => until !== null && onSign(until)}
            disabled={until === null}
            loading={busy}
            leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
          >
            {props.signLabel}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function IntentFacts({ preview, mayAdd, facts }: Required<Pick<Props, 'preview' | 'mayAdd' | 'facts'>>) {
  const { t } = useTranslation(['screens', 'common', 'signing'])
  const names = useNames()
  const { data: network } = useCall('network.status')
  const { reader, payer } = preview
  const clinic = network?.name ?? ''
  const vouch = {
    specialties: names.standing(reader),
    address: shortAddress(reader.address),
    clinic,
    until: reader.until > 0 ? formatDay(reader.until) : '',
  }
  return (
    <FactList
      facts={[
        {
          icon: IconRosetteDiscountCheck,
          tone: 'ok',
          text: t(reader.until > 0 ? 'give.vouched_until' : 'give.vouched_always', vouch),
        },
        ...facts,
        { icon: IconPencilOff, text: t(mayAdd ? 'give.cantAdd' : 'give.cant') },
        { icon: IconArrowBackUp, text: t('give.undo') },
        { icon: IconCoin, text: t(payer === 'node' ? 'give.free' : 'give.fee', { clinic }) },
      ]}
    />
  )
}
