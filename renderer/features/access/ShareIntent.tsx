import { IconUserOff } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import type { SharePreview } from '../../../electron/main/domain/right.ts'
import { formatLongDay, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Blank, Sentence } from '../../ui/Sentence.tsx'
import { IntentCard } from './IntentCard.tsx'
import type { SharedRecord } from './SharePanel.tsx'

type Told = {
  readonly preview: SharePreview
  readonly record: SharedRecord
  readonly until: number | null
}
type Props = Told & {
  readonly onDecline: () => void
  readonly onSign: (until: number) => void
  readonly busy: boolean
}

/** What will be signed where one record is shared, and nothing else of its folder. */
export function ShareIntent({ onDecline, onSign, busy, ...told }: Props) {
  const { t } = useTranslation('screens')
  return (
    <IntentCard
      preview={told.preview}
      plain={
        <div data-private>
          <ShareSentence {...told} />
        </div>
      }
      fields={
        <div data-private>
          <ShareFields {...told} />
        </div>
      }
      mayAdd={false}
      facts={[{ icon: IconUserOff, text: t('share.noProfile') }]}
      until={told.until}
      signLabel={t('share.sign')}
      declineLabel={t('give.notNow')}
      onDecline={onDecline}
      onSign={onSign}
      busy={busy}
    />
  )
}

function ShareSentence({ preview, record, until }: Told) {
  const { t } = useTranslation('screens')
  const names = useNames()
  return (
    <Sentence>
      <Trans
        t={t}
        i18nKey="share.sentence"
        values={{
          name: names.person(preview.reader),
          title: record.title,
          folder: record.folder,
          until: until === null ? t('give.aDay') : formatLongDay(until),
        }}
        components={{ b: <Blank /> }}
      />
      {preview.beside > 0 && (
        <>
          {' '}
          <Trans
            t={t}
            i18nKey="share.beside"
            values={{ count: preview.beside }}
            components={{ b: <Blank /> }}
          />
        </>
      )}
    </Sentence>
  )
}

function ShareFields({ preview: { reader }, record, until }: Told) {
  const { t } = useTranslation('signing')
  const names = useNames()
  return (
    <Facts
      rows={[
        [t('fields.reader'), `${names.person(reader)}, ${shortAddress(reader.address)}`],
        [t('fields.folders'), record.folder],
        [t('fields.listedOnly'), t('yes')],
        [t('fields.until'), until === null ? '–' : formatLongDay(until)],
      ]}
    />
  )
}
