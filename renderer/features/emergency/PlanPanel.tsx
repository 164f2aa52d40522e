import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { GuardianView, PlanView } from '../../../electron/main/domain/emergency.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useFolders } from '../../lib/folders.ts'
import { formatSpan } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rail.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Emergency.module.css'
import { GuardianLine } from './GuardianLine.tsx'

type Props = { readonly plan: PlanView | null; readonly onChange: () => void }

/** The patient's own plan: whether it would work today, and who is in it. */
export function PlanPanel({ plan, onChange }: Props) {
  const { t } = useTranslation('screens')
  const end = useAct('emergency.endPlan')
  const card = useAct('emergency.saveCard')
  const drill = useAct('emergency.callDrill')
  const words = useFailureWords()
  const failure = end.error ?? card.error ?? drill.error
  if (plan === null)
    return (
      <Panel title={t('emergency.planTitle')}>
        <Empty
          compact
          title={t('emergency.noPlan')}
          action={<Button onClick={onChange}>{t('emergency.makePlan')}</Button>}
        >
          {t('emergency.noPlanNote')}
        </Empty>
      </Panel>
    )
  return (
    <Panel
      title={t('emergency.planTitle')}
      action={plan.ready && <Status tone="ok">{t('emergency.ready')}</Status>}
    >
      <div className={css.form}>
        {!plan.ready && (
          <Notice tone={plan.used ? 'warn' : 'info'}>
            {t(plan.used ? 'emergency.used' : 'emergency.notReady')}
          </Notice>
        )}
        <PlanFacts plan={plan} />
        <ul className={css.people} aria-label={t('emergency.guardians')}>
          {plan.people.map((guardian) => (
            <GuardianRow key={guardian.address} guardian={guardian} />
          ))}
        </ul>
        {failure !== null && <FailureLine words={words(failure)} />}
        {card.data?.saved === true && (
          <Notice tone="info" live>
            {t('emergency.cardSaved')}
          </Notice>
        )}
        <Row>
          <Button variant={plan.used ? 'filled' : 'default'} onClick={onChange}>
            {t(plan.used ? 'emergency.renew' : 'emergency.change')}
          </Button>
          <Button variant="default" loading={card.isPending} onClick={() => card.mutate(undefined)}>
            {t('emergency.saveCard')}
          </Button>
          {plan.ready && (
            <Button variant="default" loading={drill.isPending} onClick={() => drill.mutate(undefined)}>
              {t('drill.call')}
            </Button>
          )}
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            {t('emergency.end')}
          </Button>
        </Row>
      </div>
    </Panel>
  )
}

function PlanFacts({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation('screens')
  const me = useMe()
  const folders = useFolders(me.address)
  return (
    <Facts
      rows={[
        [
          t('emergency.readable'),
          plan.folders
            .filter((folder) => folder !== 0)
            .map(folders.nameOf)
            .join(', '),
        ],
        [
          t('emergency.mustAgree'),
          t('emergency.thresholdOf', { count: plan.threshold, of: plan.guardians.length }),
        ],
        [t('emergency.waits'), plan.wait === 0 ? t('emergency.noWait') : formatSpan(plan.wait)],
        [t('emergency.lasts'), formatSpan(plan.duration)],
      ]}
    />
  )
}

function GuardianRow({ guardian }: { readonly guardian: GuardianView }) {
  const { t } = useTranslation('screens')
  return (
    <li>
      <GuardianLine guardian={guardian} />
      {guardian.active ? (
        <Status tone={guardian.accepted ? 'ok' : 'wait'}>
          {t(guardian.accepted ? 'emergency.accepted' : 'emergency.notYet')}
        </Status>
      ) : (
        <Status tone="bad">{t('emergency.outOfForce')}</Status>
      )}
    </li>
  )
}
