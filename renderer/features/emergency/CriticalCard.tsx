import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnCriticalCard } from '../../../electron/main/domain/critical-card.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatMoment } from '../../lib/format.ts'
import { Empty } from '../../ui/Empty.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rail.tsx'
import { Status } from '../../ui/Status.tsx'
import { CriticalFacts } from './CriticalFacts.tsx'
import { CriticalForm } from './CriticalForm.tsx'
import css from './Emergency.module.css'

/** A patient's own critical card: off until they write one. */
export function CriticalCard({ card }: { readonly card: OwnCriticalCard | null }) {
  const { t } = useTranslation('screens')
  const [writing, setWriting] = useState(false)
  if (writing) return <CriticalForm facts={card?.facts ?? null} onDone={() => setWriting(false)} />
  if (card !== null) return <CardThatIsOn card={card} onChange={() => setWriting(true)} />
  return (
    <Panel title={t('critical.title')}>
      <Empty
        compact
        title={t('critical.off')}
        action={<Button onClick={() => setWriting(true)}>{t('critical.write')}</Button>}
      >
        {t('critical.offNote')}
      </Empty>
    </Panel>
  )
}

function CardThatIsOn({ card, onChange }: { readonly card: OwnCriticalCard; readonly onChange: () => void }) {
  const { t } = useTranslation('screens')
  const renew = useAct('critical.renew')
  const remove = useAct('critical.remove')
  const words = useFailureWords()
  const failure = renew.error ?? remove.error
  const { facts, missing, gone } = card
  const due = facts !== null && missing + gone > 0
  return (
    <Panel title={t('critical.title')} action={<Status tone="ok">{t('critical.on')}</Status>}>
      <div className={css.form}>
        {facts === null && <Notice tone="warn">{t('critical.unread')}</Notice>}
        {due && (
          <Notice tone="info">
            {missing > 0 && t('critical.missing', { count: missing })}{' '}
            {gone > 0 && t('critical.gone', { count: gone })}
          </Notice>
        )}
        {facts !== null && <CriticalFacts facts={facts} />}
        <p className="soft small">
          {t('critical.signed', { count: card.readers, when: formatMoment(card.signedAt) })}
        </p>
        {failure !== null && <FailureLine words={words(failure)} />}
        <Row>
          {due && (
            <Button loading={renew.isPending} onClick={() => renew.mutate(undefined)}>
              {t('critical.renew')}
            </Button>
          )}
          <Button variant="default" onClick={onChange}>
            {t('critical.change')}
          </Button>
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {t('critical.remove')}
          </Button>
        </Row>
      </div>
    </Panel>
  )
}
