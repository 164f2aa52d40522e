import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmergencyReason } from '../../../electron/main/domain/emergency.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rail.tsx'
import css from './Emergency.module.css'
import { PatientField } from './PatientField.tsx'
import { EXPLANATION, REASONS } from './plan-terms.ts'

/** A doctor asks: whose records, why, and that it is true. */
export function RequestForm() {
  const { t } = useTranslation('screens')
  const [patient, setPatient] = useState('')
  const [reason, setReason] = useState<EmergencyReason>('unconscious')
  const [text, setText] = useState('')
  const [attested, setAttested] = useState(false)
  const request = useAct('emergency.request')
  const words = useFailureWords()
  const explained = reason !== 'other' || text.trim().length >= EXPLANATION.least
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const done = (): void => {
      setPatient('')
      setText('')
      setAttested(false)
    }
    request.mutate({ patient: patient.trim(), reason, text }, { onSuccess: done })
  }
  return (
    <Panel title={t('emergency.ask')}>
      <form className={css.form} onSubmit={submit}>
        <PatientField value={patient} onChange={setPatient} />
        <Radio.Group
          label={t('emergency.why')}
          description={t('emergency.whyNote')}
          value={reason}
          onChange={(value) => setReason(value as EmergencyReason)}
        >
          <div className={css.choices}>
            {REASONS.map((one) => (
              <Radio key={one} value={one} label={t(`emergency.reasons.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t(reason === 'other' ? 'emergency.explain' : 'emergency.remark')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={EXPLANATION.most}
          error={
            explained || text === '' ? undefined : t('emergency.explainMore', { count: EXPLANATION.least })
          }
          autosize
          minRows={2}
        />
        <Checkbox
          label={t('emergency.attest')}
          checked={attested}
          onChange={(event) => setAttested(event.currentTarget.checked)}
        />
        {request.error !== null && <FailureLine words={words(request.error)} />}
        <Row>
          <Button
            type="submit"
            className={css.danger}
            loading={request.isPending}
            disabled={patient.trim() === '' || !attested || !explained}
            leftSection={<IconUrgent size={17} stroke={1.7} aria-hidden="true" />}
          >
            {t('emergency.send')}
          </Button>
        </Row>
      </form>
    </Panel>
  )
}
