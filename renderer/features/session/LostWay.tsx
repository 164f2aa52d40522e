import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { TextButton } from '../../ui/TextButton.tsx'

/** The way back for somebody whose profile here does not open: main asks, then they sign in as on a new computer. */
export function LostWay({ address }: { readonly address: Address }) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const act = useAct('session.setAside')
  return (
    <>
      <TextButton onClick={() => act.mutate({ address })}>{t('unlock.lost')}</TextButton>
      {act.error !== null && <FailureLine words={words(act.error)} />}
    </>
  )
}
