import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { CallFailure } from '../lib/bridge.ts'
import { useFailureWords } from '../lib/failure-words.ts'
import { FailureCard } from '../ui/FailureCard.tsx'
import css from './Broken.module.css'

/** A page behind the lock that could not be drawn. */
export function Broken() {
  return <BrokenPage error={useRouteError()} />
}

/** What could not be drawn. Nothing is lost: everything true stands in main. */
export function BrokenPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('common')
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const words = useFailureWords()(
    error instanceof CallFailure ? error : { code: 'E_INTERNAL', detail: { reason } },
  )
  return (
    <main className={css.root}>
      <FailureCard
        words={words}
        onAction={() => window.location.reload()}
        copyLabel={t('copyDetails')}
        copiedLabel={t('copied')}
      />
    </main>
  )
}
