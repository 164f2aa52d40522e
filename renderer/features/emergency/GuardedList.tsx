import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '../../../electron/main/domain/emergency.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatSpan, initialsOf } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import { Status } from '../../ui/Status.tsx'
import { asksFor } from './asks-for.ts'
import css from './Emergency.module.css'

/** People who have named this person as a guardian. */
export function GuardedList({ plans }: { readonly plans: readonly PlanView[] }) {
  const { t } = useTranslation('screens')
  const me = useMe()
  const names = useNames()
  const accept = useAct('emergency.accept')
  const resign = useAct('emergency.resign')
  const answer = useAct('emergency.answerDrill')
  const words = useFailureWords()
  const failure = accept.error ?? resign.error ?? answer.error
  return (
    <Panel title={t('emergency.youGuard')} flush>
      {failure !== null && <FailureLine words={words(failure)} />}
      <ul className={css.rows}>
        {plans.map((plan) => {
          const { patient } = plan
          const known = plan.patientName ?? names.invented(patient)
          const name = names.plain(known, patient)
          const accepted = plan.people.some(({ address, ...one }) => address === me.address && one.accepted)
          const act = accepted ? resign : accept
          return (
            <li key={patient}>
              <PersonLine
                picture={null}
                initials={initialsOf(known ?? '?')}
                name={name}
                note={t('emergency.guardNote', {
                  count: plan.threshold,
                  of: plan.guardians.length,
                  span: formatSpan(plan.duration),
                })}
              />
              <span className={css.actions}>
                {asksFor(plan, me.address) && (
                  <>
                    <Status tone="wait" icon={IconLifebuoy}>
                      {t('drill.no')}
                    </Status>
                    <Button
                      size="compact-sm"
                      h={30}
                      px={14}
                      loading={answer.isPending && answer.variables.patient === patient}
                      onClick={() => answer.mutate({ patient })}
                      aria-label={t('drill.answerOf', { name })}
                    >
                      {t('drill.answer')}
                    </Button>
                  </>
                )}
                <Button
                  variant={accepted ? 'default' : 'filled'}
                  size="compact-sm"
                  h={30}
                  px={14}
                  loading={act.isPending && act.variables.patient === patient}
                  onClick={() => act.mutate({ patient })}
                  aria-label={t(accepted ? 'emergency.resignFrom' : 'emergency.acceptFrom', { name })}
                >
                  {t(accepted ? 'emergency.resign' : 'emergency.accept')}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
