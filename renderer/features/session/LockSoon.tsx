import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvent } from '../../lib/calls.ts'
import { Soon } from '../../ui/Soon.tsx'

/** Says that the lock is near. */
export function LockSoon() {
  const { t } = useTranslation('common')
  const [seconds, setSeconds] = useState<number | null>(null)
  const stay = useCallback(() => setSeconds(null), [])
  useEvent(
    'lock.soon',
    useCallback((soon) => setSeconds(soon.seconds), []),
  )
  useEffect(() => {
    if (seconds === null) return
    const tick = setTimeout(() => setSeconds(seconds <= 1 ? null : seconds - 1), 1000)
    return () => clearTimeout(tick)
  }, [seconds])
  if (seconds === null) return null
  return (
    <Soon stay={t('stay')} onStay={stay}>
      {t('lockSoon', { count: Math.ceil(seconds / 10) * 10 })}
    </Soon>
  )
}
