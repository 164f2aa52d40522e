import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvent } from '../../lib/calls.ts'
import { Bar } from '../../ui/Bar.tsx'
import css from './Onboarding.module.css'

/**
 * For how long a key is being made. How long it takes is chance.
 * @param afterAsking whether main asks first: nothing is said until it has begun
 */
export function KeyProgress({ afterAsking = false }: { readonly afterAsking?: boolean }) {
  const { t } = useTranslation('screens')
  const [seconds, setSeconds] = useState(0)
  useEvent(
    'key.progress',
    useCallback((progress) => setSeconds(progress.seconds), []),
  )
  if (afterAsking && seconds === 0) return null
  return (
    <div className={css.working} role="status">
      <p className="small">
        {t('onboarding.needs-key.working')} {seconds > 0 && t('seconds', { count: seconds })}
      </p>
      <Bar label={t('onboarding.needs-key.working')} done={0} total={1} />
    </div>
  )
}
