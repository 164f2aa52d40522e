import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Rail } from '../../ui/Rail.tsx'
import css from './Give.module.css'
import { FIRST_TERM, type Term, untilOf } from './give-terms.ts'
import { Chosen, KeyChanged, KeyWords, ReaderChoice } from './ReaderChoice.tsx'
import { ShareIntent } from './ShareIntent.tsx'
import { UntilChoice } from './UntilChoice.tsx'

/** The record that is shared, and what its folder is called. */
export type SharedRecord = { readonly id: number; readonly title: string; readonly folder: string }

type Props = {
  readonly record: SharedRecord
  readonly reader: Address | null
  readonly onChoose: (reader: string) => void
  readonly onDone: () => void
}

/** Shares one record alone: with whom first, then until when, and the card that is signed. */
export function SharePanel({ reader, ...props }: Props) {
  return reader === null ? (
    <Panel>
      <ReaderChoice onChoose={props.onChoose} />
    </Panel>
  ) : (
    <ShareWith key={reader} reader={reader} {...props} />
  )
}

function ShareWith({ record, reader, onChoose, onDone }: Props & { readonly reader: Address }) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const records = [record.id]
  const { data: preview, error } = useCall('access.previewShare', { reader, records })
  const [term, setTerm] = useState<Term>(FIRST_TERM)
  const share = useAct('access.share')
  const failure = error ?? share.error
  const card =
    preview === undefined ? (
      <Panel label={t('share.title')}>{error === null && <Skeleton height={220} />}</Panel>
    ) : (
      <ShareIntent
        preview={preview}
        record={record}
        until={untilOf(term)}
        onDecline={onDone}
        onSign={(until) => share.mutate({ reader, records, until }, { onSuccess: onDone })}
        busy={share.isPending}
      />
    )
  const folders = failure?.code === 'E_READS_FOLDERS' && (
    <Button component={Link} to={`/access/give/${reader}`} variant="default" size="compact-sm">
      {words(failure).action}
    </Button>
  )
  return (
    <Rail rail={card}>
      {failure !== null && <FailureLine words={words(failure)} action={folders} />}
      <KeyChanged preview={preview} />
      <Panel label={t('give.doctor')}>
        <Chosen reader={reader} preview={preview} onChoose={onChoose} />
        {preview !== undefined && (
          <div className={css.terms}>
            <UntilChoice
              terms={term}
              onChange={(change) => setTerm((before) => ({ ...before, ...change }))}
            />
          </div>
        )}
      </Panel>
      <KeyWords preview={preview} />
    </Rail>
  )
}
