import { Trans, useTranslation } from 'react-i18next'
import type { GivePreview } from '../../../electron/main/domain/right.ts'
import type { FolderChoice } from '../../lib/folders.ts'
import { formatLongDay, inWords, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Blank, Sentence } from '../../ui/Sentence.tsx'
import { partition } from './give-folders.ts'
import { type Terms, untilOf } from './give-terms.ts'

type Told = {
  readonly preview: GivePreview
  readonly terms: Terms
  readonly choices: readonly FolderChoice[]
}

/** What is given, as the sentence that is signed. */
export function GiveSentence({ preview, terms, choices }: Told) {
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
      {preview.listed > 0 && (
        <>
          {' '}
          <Trans
            t={t}
            i18nKey="give.sentence_listed"
            values={{ count: preview.listed }}
            components={{ b: <Blank /> }}
          />
        </>
      )}
    </Sentence>
  )
}

/** The same field by field. */
export function GiveFields({ preview, terms, choices }: Told) {
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
