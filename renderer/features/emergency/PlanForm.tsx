import { Button, Checkbox, Radio } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '../../../electron/main/domain/emergency.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { keyOf, useFolders } from '../../lib/folders.ts'
import { formatSpan } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rail.tsx'
import css from './Emergency.module.css'
import { GuardianChoice } from './GuardianChoice.tsx'
import { DURATIONS, isWhole, termsOf, thresholds, WAITS, withGuardians } from './plan-terms.ts'

type Props = { readonly plan: PlanView | null; readonly onDone: () => void }

/** The plan in five plain questions. */
export function PlanForm({ plan, onDone }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const [terms, setTerms] = useState(() => termsOf(plan))
  const folders = useFolders(me.address)
  const set = useAct('emergency.setPlan')
  const words = useFailureWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const { folders: chosen, guardians, ...rest } = terms
    set.mutate({ ...rest, folders: [...chosen], guardians: [...guardians] }, { onSuccess: onDone })
  }
  const span = (seconds: number): string => (seconds === 0 ? t('emergency.noWait') : formatSpan(seconds))
  return (
    <Panel title={t('emergency.planTitle')}>
      <form className={css.form} onSubmit={submit}>
        <Checkbox.Group
          label={t('emergency.askFolders')}
          description={t('emergency.askFoldersNote')}
          value={terms.folders.map(String)}
          onChange={(values) => setTerms({ ...terms, folders: values.map(Number) })}
        >
          <div className={css.choices}>
            {folders.open.map(({ to, label, records }) => (
              <Checkbox
                key={keyOf(to)}
                value={keyOf(to)}
                label={label}
                description={t('give.folderCount', { count: records })}
              />
            ))}
          </div>
        </Checkbox.Group>
        <GuardianChoice
          chosen={terms.guardians}
          onChange={(guardians) => setTerms(withGuardians(terms, guardians))}
        />
        <Radio.Group
          label={t('emergency.askThreshold')}
          description={t('emergency.askThresholdNote')}
          value={String(terms.threshold)}
          onChange={(value) => setTerms({ ...terms, threshold: Number(value) })}
        >
          <div className={css.choices}>
            {thresholds(Math.max(2, terms.guardians.length)).map((count) => (
              <Radio
                key={count}
                value={String(count)}
                label={t('emergency.thresholdOf', { count, of: Math.max(2, terms.guardians.length) })}
              />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={t('emergency.askWait')}
          description={t('emergency.askWaitNote')}
          value={String(terms.wait)}
          onChange={(value) => setTerms({ ...terms, wait: Number(value) })}
        >
          <div className={css.choices}>
            {WAITS.map((seconds) => (
              <Radio key={seconds} value={String(seconds)} label={span(seconds)} />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={t('emergency.askDuration')}
          description={t('emergency.askDurationNote')}
          value={String(terms.duration)}
          onChange={(value) => setTerms({ ...terms, duration: Number(value) })}
        >
          <div className={css.choices}>
            {DURATIONS.map((seconds) => (
              <Radio key={seconds} value={String(seconds)} label={span(seconds)} />
            ))}
          </div>
        </Radio.Group>
        {set.error !== null && <FailureLine words={words(set.error)} />}
        <Row end>
          <Button variant="default" onClick={onDone}>
            {t('remove.notNow')}
          </Button>
          <Button
            type="submit"
            loading={set.isPending}
            disabled={!isWhole(terms)}
            leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
          >
            {t('emergency.set')}
          </Button>
        </Row>
      </form>
    </Panel>
  )
}
