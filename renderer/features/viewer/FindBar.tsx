import { TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ToolButton } from './ToolButton.tsx'
import type { Matches } from './use-pdf.ts'
import css from './ViewerFrame.module.css'

type Props = {
  readonly matches: Matches | null
  readonly onFind: (query: string, again: boolean, back?: boolean) => void
  readonly onClose: () => void
}

/** Finds words in the document. */
export function FindBar({ matches, onFind, onClose }: Props) {
  const { t } = useTranslation('screens')
  const [query, setQuery] = useState('')
  return (
    <search className={css.find}>
      <TextInput
        aria-label={t('viewer.findWhat')}
        placeholder={t('viewer.findWhat')}
        size="xs"
        w={260}
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          onFind(event.currentTarget.value, false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onFind(query, true, event.shiftKey)
          if (event.key === 'Escape') onClose()
        }}
      />
      <ToolButton
        label={t('viewer.findBefore')}
        icon={IconChevronUp}
        onClick={() => onFind(query, true, true)}
      />
      <ToolButton label={t('viewer.findAfter')} icon={IconChevronDown} onClick={() => onFind(query, true)} />
      <span aria-live="polite">
        {query !== '' &&
          matches !== null &&
          (matches.total === 0
            ? t('viewer.notFound')
            : t('viewer.found', { current: matches.current, count: matches.total }))}
      </span>
      <ToolButton label={t('viewer.endFind')} icon={IconX} onClick={onClose} />
    </search>
  )
}
