import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { GivePreview } from '../../../electron/main/domain/right.ts'
import { useCall } from '../../lib/calls.ts'
import { initialsOf, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FingerprintWords } from '../../ui/FingerprintWords.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import css from './Give.module.css'

/** Finds a doctor or a reader by name. */
export function ReaderChoice({
  value,
  onChoose,
}: {
  readonly value?: string
  readonly onChoose: (reader: string) => void
}) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const { data: readers } = useCall('people.readers')
  return (
    <Select
      label={t('give.doctor')}
      placeholder={t('give.chooseDoctor')}
      value={value ?? null}
      onChange={(next) => next !== null && onChoose(next)}
      data={(readers ?? []).map((person) => ({
        value: person.address,
        label: `${names.person(person)}, ${names.standing(person)}`,
      }))}
      searchable
      nothingFoundMessage={t('give.noDoctor')}
      allowDeselect={false}
    />
  )
}

type Told = { readonly preview: GivePreview | undefined }
type ChosenProps = Told & { readonly reader: Address; readonly onChoose: (reader: string) => void }

/** Who was chosen; another one can be until they are known. */
export function Chosen({ reader, preview, onChoose }: ChosenProps) {
  if (preview === undefined) return <ReaderChoice value={reader} onChoose={onChoose} />
  return (
    <div className={css.who}>
      <Whom preview={preview} />
    </div>
  )
}

/** That somebody's key is not the one which something was given to before. */
export function KeyChanged({ preview }: Told) {
  const { t } = useTranslation('screens')
  if (preview?.keyChanged !== true) return null
  return (
    <Notice tone="warn" live>
      <strong>{t('give.keyChanged')}</strong> {t('give.keyChangedNote')}
    </Notice>
  )
}

/** The words of somebody's key, to be compared with them. */
export function KeyWords({ preview }: Told) {
  const { t } = useTranslation('screens')
  if (preview === undefined) return null
  return (
    <Panel title={t('give.words')}>
      <div className={css.words}>
        <p className="small soft">{t('give.wordsNote')}</p>
        <FingerprintWords words={preview.words} label={t('key.words')} />
      </div>
    </Panel>
  )
}

function Whom({ preview: { reader } }: { readonly preview: GivePreview }) {
  const names = useNames()
  return (
    <PersonLine
      picture={reader.picture}
      initials={initialsOf(reader.name ?? '?')}
      name={names.person(reader)}
      note={`${names.standing(reader)} · ${shortAddress(reader.address)}`}
      size={36}
    />
  )
}
