import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Soon } from '../../ui/Soon.tsx'

type Props = {
  readonly seconds: number
  readonly unsaved: boolean
  readonly onStay: () => void
}

/** Says that the visit ends by itself soon, and what that costs. */
export function VisitSoon({ seconds, unsaved, onStay }: Props) {
  const { t } = useTranslation('screens')
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    setLeft(seconds)
    const tick = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000)
    return () => clearInterval(tick)
  }, [seconds])
  return (
    <Soon stay={t('visit.here')} onStay={onStay}>
      {t('visit.soon', { count: Math.max(10, Math.ceil(left / 10) * 10) })}
      {unsaved && <strong> {t('visit.soonLost')}</strong>}
    </Soon>
  )
}
