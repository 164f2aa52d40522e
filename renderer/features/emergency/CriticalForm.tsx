import { Button, Radio, Textarea } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BloodGroup, CriticalFacts } from '../../../electron/main/domain/critical-card.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rail.tsx'
import { BLOOD_GROUPS, bloodGroupLabel, CRITICAL_TEXT } from './critical-terms.ts'
import css from './Emergency.module.css'

const UNKNOWN = 'unknown'

type Props = { readonly facts: CriticalFacts | null; readonly onDone: () => void }

/** The critical card in three questions, and who will read the answers. */
export function CriticalForm({ facts, onDone }: Props) {
  const { t } = useTranslation('screens')
  const [bloodGroup, setBloodGroup] = useState<BloodGroup | null>(facts?.bloodGroup ?? null)
  const [allergies, setAllergies] = useState(facts?.allergies ?? '')
  const [medication, setMedication] = useState(facts?.medication ?? '')
  const set = useAct('critical.set')
  const words = useFailureWords()
  const says = bloodGroup !== null || allergies.trim() !== '' || medication.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    set.mutate({ bloodGroup, allergies, medication }, { onSuccess: onDone })
  }
  return (
    <Panel title={t('critical.title')}>
      <form className={css.form} onSubmit={submit}>
        <Radio.Group
          label={t('critical.bloodGroup')}
          value={bloodGroup ?? UNKNOWN}
          onChange={(value) => setBloodGroup(value === UNKNOWN ? null : (value as BloodGroup))}
        >
          <div className={css.groups}>
            {BLOOD_GROUPS.map((group) => (
              <Radio key={group} value={group} label={bloodGroupLabel(group)} />
            ))}
            <Radio value={UNKNOWN} label={t('critical.unknown')} />
          </div>
        </Radio.Group>
        <Textarea
          label={t('critical.allergies')}
          value={allergies}
          onChange={(event) => setAllergies(event.currentTarget.value)}
          maxLength={CRITICAL_TEXT}
          autosize
          minRows={2}
        />
        <Textarea
          label={t('critical.medication')}
          value={medication}
          onChange={(event) => setMedication(event.currentTarget.value)}
          maxLength={CRITICAL_TEXT}
          autosize
          minRows={2}
        />
        <p className="soft small">{t('critical.who')}</p>
        {set.error !== null && <FailureLine words={words(set.error)} />}
        <Row>
          <Button
            type="submit"
            loading={set.isPending}
            disabled={!says}
            leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
          >
            {t('critical.set')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('critical.cancel')}
          </Button>
        </Row>
      </form>
    </Panel>
  )
}
