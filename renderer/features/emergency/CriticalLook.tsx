import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriticalView } from '../../../electron/main/domain/critical-card.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatBirthDate, formatMoment } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rail.tsx'
import { CriticalFacts } from './CriticalFacts.tsx'
import css from './Emergency.module.css'
import { PatientField } from './PatientField.tsx'

/** A doctor looks at somebody's critical card. It is gone from here once it is closed or the page is left. */
export function CriticalLook() {
  const { t } = useTranslation('screens')
  const [patient, setPatient] = useState('')
  const view = useAct('critical.view')
  const words = useFailureWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    view.mutate({ patient: patient.trim() })
  }
  const close = (): void => {
    setPatient('')
    view.reset()
  }
  if (view.data !== undefined) return <Shown card={view.data} onClose={close} />
  return (
    <Panel title={t('critical.lookTitle')}>
      <form className={css.form} onSubmit={submit}>
        <PatientField value={patient} onChange={setPatient} />
        <p className="soft small">{t('critical.lookNote')}</p>
        {view.error !== null && <FailureLine words={words(view.error)} />}
        <Row>
          <Button type="submit" loading={view.isPending} disabled={patient.trim() === ''}>
            {t('critical.look')}
          </Button>
        </Row>
      </form>
    </Panel>
  )
}

function Shown({ card, onClose }: { readonly card: CriticalView; readonly onClose: () => void }) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const name = names.plain(card.name, card.patient)
  const born = card.birthDate === null ? t('critical.nothing') : formatBirthDate(card.birthDate)
  return (
    <Panel title={t('critical.cardOf', { name })}>
      <div className={css.form}>
        <Notice tone="info" live>
          {t('critical.banner', { name, when: formatMoment(card.signedAt) })}
        </Notice>
        <CriticalFacts
          facts={card}
          about={[
            [t('critical.name'), card.name ?? t('critical.nothing')],
            [t('critical.birthDate'), born],
          ]}
        />
        <Row>
          <Button variant="default" onClick={onClose}>
            {t('critical.close')}
          </Button>
        </Row>
      </div>
    </Panel>
  )
}
