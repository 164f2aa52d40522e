import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../lib/bridge.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureCard } from '../../ui/FailureCard.tsx'
import { LoadingPanel } from './LoadingPanel.tsx'

type Props<T> = {
  readonly of: {
    readonly data: T | undefined
    readonly error: CallFailure | null
    readonly refetch: () => unknown
  }
  readonly children: (data: T) => ReactNode
}

/** What a call answered; rows on their way before, and a designed refusal when it failed. */
export function Loaded<T>({ of: { data, error, refetch }, children }: Props<T>) {
  const { t } = useTranslation('common')
  const words = useFailureWords()
  if (data !== undefined) return children(data)
  if (error === null) return <LoadingPanel />
  return (
    <FailureCard
      words={{ ...words(error), action: t('tryAgain') }}
      onAction={() => void refetch()}
      copyLabel={t('copyDetails')}
      copiedLabel={t('copied')}
    />
  )
}
