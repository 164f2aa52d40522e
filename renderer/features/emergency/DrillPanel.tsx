import { useTranslation } from 'react-i18next'
import type { DrillView, GuardianView, PlanView } from '../../../electron/main/domain/emergency.ts'
import { formatMoment } from '../../lib/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Emergency.module.css'
import { GuardianLine } from './GuardianLine.tsx'

type Props = { readonly plan: PlanView; readonly drill: DrillView }

/** A patient's newest drill: who answered, when, and whether it would have opened. */
export function DrillPanel({ plan, drill }: Props) {
  const { t } = useTranslation('screens')
  const calledAt = formatMoment(drill.calledAt)
  return (
    <Panel title={t('drill.title')} action={<Outcome plan={plan} drill={drill} />}>
      <div className={css.form}>
        <p className="soft small">
          {drill.running
            ? t('drill.asked', { when: calledAt, until: formatMoment(drill.endsAt) })
            : t('drill.was', { when: calledAt })}
        </p>
        <ul className={css.people} aria-label={t('drill.answers')}>
          {plan.people.map((guardian) => (
            <AnswerRow key={guardian.address} guardian={guardian} drill={drill} />
          ))}
        </ul>
      </div>
    </Panel>
  )
}

function Outcome({ plan, drill }: Props) {
  const { t } = useTranslation('screens')
  const count = drill.answers.filter(({ good }) => good === true).length
  const answered = t('drill.answeredOf', { count, of: plan.threshold })
  if (drill.opened === true) return <Status tone="ok">{t('drill.opens')}</Status>
  return drill.running ? (
    <Status tone="wait">{answered}</Status>
  ) : (
    <Status tone="bad">{`${t('drill.fails')} · ${answered}`}</Status>
  )
}

function AnswerRow({ guardian, drill }: { readonly guardian: GuardianView; readonly drill: DrillView }) {
  const { t } = useTranslation('screens')
  const answer = drill.answers.find((one) => one.guardian === guardian.address)
  const when = formatMoment(answer?.at ?? 0)
  return (
    <li>
      <GuardianLine guardian={guardian} />
      {answer === undefined ? (
        <Status tone={drill.running ? 'wait' : 'past'}>
          {t(drill.running ? 'drill.notYet' : 'drill.silent')}
        </Status>
      ) : answer.good === false ? (
        <Status tone="bad">{t('drill.false', { when })}</Status>
      ) : (
        <Status tone="ok">{t('drill.answered', { when })}</Status>
      )}
    </li>
  )
}
