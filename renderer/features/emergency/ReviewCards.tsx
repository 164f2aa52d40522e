import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatMoment } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rail.tsx'
import css from './Emergency.module.css'
import { VERDICTS } from './plan-terms.ts'
import { useRequestWords } from './use-request-words.ts'

/** First thing at a patient's sign-in: who came in, why, what they opened, and what the patient thinks of it. */
export function ReviewCards() {
  const me = useMe()
  const { data } = useCall('emergency.list')
  const open = (data ?? []).filter(
    ({ patient, openedAt, verdict }) => patient === me.address && openedAt !== null && verdict === null,
  )
  return open.map((view) => <ReviewCard key={view.request} view={view} />)
}

function ReviewCard({ view }: { readonly view: EmergencyView }) {
  const { t } = useTranslation('screens')
  const { doctorOf, reasonOf } = useRequestWords()
  const review = useAct('emergency.review')
  const words = useFailureWords()
  const doctor = doctorOf(view)
  const running = view.phase === 'open'
  return (
    <div className={css.review}>
      <Panel title={t(running ? 'emergency.nowOpen' : 'emergency.wasOpen')}>
        <div className={css.form}>
          <div>
            <p>
              {t('emergency.cameIn', {
                doctor,
                from: formatMoment(view.openedAt ?? 0),
                reason: reasonOf(view),
              })}{' '}
              {t(running ? 'emergency.until' : 'emergency.endedAt', { when: formatMoment(view.until ?? 0) })}
            </p>
            <Viewed records={view.viewed} />
          </div>
          {review.error !== null && <FailureLine words={words(review.error)} />}
          <Row>
            {VERDICTS.map((verdict) => (
              <Button
                key={verdict}
                variant={verdict === 'fine' ? 'filled' : 'default'}
                loading={review.isPending && review.variables.verdict === verdict}
                onClick={() => review.mutate({ request: view.request, verdict })}
              >
                {t(`emergency.verdict.${verdict}`)}
              </Button>
            ))}
            <Button component={Link} to="/emergency" variant="subtle">
              {t('emergency.toPlan')}
            </Button>
          </Row>
        </div>
      </Panel>
    </div>
  )
}

/** What the doctor has opened, by the titles that the patient knows. */
function Viewed({ records }: { readonly records: readonly number[] }) {
  const { t } = useTranslation('screens')
  const me = useMe()
  const { data } = useCall('records.list', { patient: me.address })
  if (records.length === 0) return <p className="soft small">{t('emergency.openedNothing')}</p>
  return (
    <ul aria-label={t('emergency.opened')} data-private>
      {records.map((id) => (
        <li key={id}>{data?.find((record) => record.id === id)?.title ?? t('viewer.record')}</li>
      ))}
    </ul>
  )
}
