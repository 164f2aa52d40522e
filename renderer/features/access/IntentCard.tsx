import { Button, SegmentedControl } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCoin,
  IconDeviceMobile,
  IconPencilOff,
  IconRosetteDiscountCheck,
  IconSignature,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { GivePreview } from '../../../electron/main/domain/right.ts'
import { useCall } from '../../lib/calls.ts'
import type { FolderChoice } from '../../lib/folders.ts'
import { formatDay, formatLongDay, inWords, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FactList } from '../../ui/FactList.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Blank, Sentence } from '../../ui/Sentence.tsx'
import css from './Give.module.css'
import { partition } from './give-folders.ts'
import { type Terms, untilOf } from './give-terms.ts'

type Props = {
  readonly preview: GivePreview
  readonly terms: Terms
  readonly choices: readonly FolderChoice[]
  readonly declineLabel: string
  readonly onDecline: () => void
  readonly onSign: (until: number) => void
  readonly busy: boolean
}

/** What will be signed, as a sentence, with the facts beside it. Focus starts on the safe choice. */
export function IntentCard({ preview, terms, choices, declineLabel, onDecline, onSign, busy }: Props) {
  const { t } = useTranslation(['screens', 'signing'])
  const [view, setView] = useState('plain')
  const decline = useRef<HTMLButtonElement>(null)
  const until = untilOf(terms)
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
      <div className={css.sentence}>
        {view === 'plain' ? (
          <IntentSentence preview={preview} terms={terms} choices={choices} />
        ) : (
          <IntentFields preview={preview} terms={terms} choices={choices} />
        )}
      </div>
      <div className={css.facts}>
        <IntentFacts preview={preview} mayAdd={terms.mayAdd} />
      </div>
      <div className={css.foot}>
        <p className={css.phone}>
          <IconDeviceMobile size={17} stroke={1.6} aria-hidden="true" />
          {t('signing:phoneShows')}
        </p>
        <div className={css.buttons}>
          <Button variant="default" onClick={onDecline} ref={decline}>
            {declineLabel}
          </Button>
          <Button
            onClick={() => until !== null && onSign(until)}
            disabled={until === null || terms.folders.length === 0}
            loading={busy}
            leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
          >
            {t('give.sign')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

type Told = Pick<Props, 'preview' | 'terms' | 'choices'>

function IntentSentence({ preview, terms, choices }: Told) {
  const { t, i18n } = useTranslation(['screens', 'common', 'signing'])
  const names = useNames()
  const until = untilOf(terms)
  const { given, left } = partition(choices, terms.folders)
  const what = inWords([t('give.profile'), ...given.map(({ label }) => label)], i18n.language)
  return (
    <Sentence>
      <Trans
        t={t}
        i18nKey={terms.mayAdd ? 'give.sentence_add' : 'give.sentence_read'}
        values={{
          name: names.person(preview.reader),
          what,
          count: given.reduce((sum, { records }) => sum + records, 0),
          until: until === null ? t('give.aDay') : formatLongDay(until),
        }}
        components={{ b: <Blank /> }}
      />
      {left.length > 0 && (
        <>
          {' '}
          <Trans
            t={t}
            i18nKey="give.sentence_left"
            values={{
              left: inWords(
                left.map(({ label }) => label),
                i18n.language,
              ),
            }}
            components={{ b: <Blank /> }}
          />
        </>
      )}
    </Sentence>
  )
}

function IntentFields({ preview, terms, choices }: Told) {
  const { t } = useTranslation(['signing', 'common'])
  const names = useNames()
  const until = untilOf(terms)
  const { reader } = preview
  return (
    <Facts
      rows={[
        [t('fields.reader'), `${names.person(reader)}, ${shortAddress(reader.address)}`],
        [
          t('fields.folders'),
          [t('common:folders.0'), ...partition(choices, terms.folders).given.map(({ label }) => label)].join(
            ', ',
          ),
        ],
        [t('fields.mayAdd'), terms.mayAdd ? t('yes') : t('no')],
        [t('fields.until'), until === null ? '–' : formatLongDay(until)],
      ]}
    />
  )
}

function IntentFacts({ preview, mayAdd }: { readonly preview: GivePreview; readonly mayAdd: boolean }) {
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
        { icon: IconPencilOff, text: t(mayAdd ? 'give.cantAdd' : 'give.cant') },
        { icon: IconArrowBackUp, text: t('give.undo') },
        { icon: IconCoin, text: t(payer === 'node' ? 'give.free' : 'give.fee', { clinic }) },
      ]}
    />
  )
}
