import { Button } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvent } from '../../lib/calls.ts'
import css from './LockSoon.module.css'

/** Says that the lock is near; any movement keeps it open (WCAG 2.2.1). */
export function LockSoon() {
  const { t } = useTranslation('common')
  const [seconds, setSeconds] = useState<number | null>(null)
  useEvent(
    'lock.soon',
    useCallback((soon) => setSeconds(soon.seconds), []),
  )
  useEffect(() => {
    if (seconds === null) return
    const stay = (): void => setSeconds(null)
    const tick = setTimeout(() => setSeconds(seconds <= 1 ? null : seconds - 1), 1000)
    window.addEventListener('pointermove', stay)
    window.addEventListener('keydown', stay)
    return () => {
      clearTimeout(tick)
      window.removeEventListener('pointermove', stay)
      window.removeEventListener('keydown', stay)
    }
  }, [seconds])
  if (seconds === null) return null
  return (
    <div className={css.root} role="alert">
      <IconClock size={18} stroke={1.7} aria-hidden="true" />
      <span>{t('lockSoon', { count: Math.ceil(seconds / 10) * 10 })}</span>
      <Button size="compact-sm" variant="default" onClick={() => setSeconds(null)}>
        {t('stay')}
      </Button>
    </div>
  )
}
