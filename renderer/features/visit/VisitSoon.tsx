import { Button } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './VisitSoon.module.css'

type Props = {
  readonly seconds: number
  readonly unsaved: boolean
  readonly onStay: () => void
}

/** Says that the visit ends by itself soon, and what that costs; any movement goes on (WCAG 2.2.1). */
export function VisitSoon({ seconds, unsaved, onStay }: Props) {
  const { t } = useTranslation('screens')
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    setLeft(seconds)
    const tick = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000)
    return () => clearInterval(tick)
  }, [seconds])
  useEffect(() => {
    window.addEventListener('pointermove', onStay)
    window.addEventListener('keydown', onStay)
    return () => {
      window.removeEventListener('pointermove', onStay)
      window.removeEventListener('keydown', onStay)
    }
  }, [onStay])
  return (
    <div className={css.root} role="alert">
      <IconClock size={18} stroke={1.7} aria-hidden="true" />
      <span>
        {t('visit.soon', { count: Math.max(10, Math.ceil(left / 10) * 10) })}
        {unsaved && <strong> {t('visit.soonLost')}</strong>}
      </span>
      <Button size="compact-sm" variant="default" onClick={onStay}>
        {t('visit.here')}
      </Button>
    </div>
  )
}
