import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RequestView } from '../../../electron/main/domain/right.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatRecent, initialsOf } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import { Status, type Tone } from '../../ui/Status.tsx'
import css from './RequestList.module.css'

const TONES: Readonly<Record<RequestView['state'], Tone>> = { waiting: 'wait', given: 'ok', declined: 'past' }

/** Requests to this patient, to decide; or a doctor's own, with their state. */
export function RequestList({
  requests,
  mine,
}: {
  readonly requests: readonly RequestView[]
  readonly mine: boolean
}) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const decline = useAct('access.decline')
  const words = useFailureWords()
  return (
    <>
      {decline.error !== null && <FailureLine words={words(decline.error)} />}
      <ul className={css.root} aria-label={t(mine ? 'requests.mine' : 'requests.toYou')}>
        {requests.map((request) => {
          const other = mine ? request.patient : request.doctor
          const name = mine ? names.plain(request.name, other) : names.doctor(request.name, other)
          const asked = t('requests.asked', { when: formatRecent(request.requestedAt, t('common:today')) })
          return (
            <li key={`${request.doctor}${request.patient}`} className={css.row}>
              <PersonLine
                picture={request.picture}
                initials={initialsOf(request.name ?? '?')}
                name={name}
                note={
                  mine ? asked : [names.specialties(request.specialties), asked].filter(Boolean).join(' · ')
                }
              />
              {request.state === 'waiting' && !mine ? (
                <span className={css.actions}>
                  <Button
                    variant="default"
                    size="compact-sm"
                    h={30}
                    px={14}
                    loading={decline.isPending && decline.variables.doctor === request.doctor}
                    onClick={() => decline.mutate({ doctor: request.doctor })}
                    aria-label={t('requests.declineFrom', { name })}
                  >
                    {t('requests.decline')}
                  </Button>
                  <Button
                    component={Link}
                    to={`/access/give/${request.doctor}`}
                    variant="default"
                    size="compact-sm"
                    h={30}
                    px={14}
                    aria-label={t('requests.decideFrom', { name })}
                  >
                    {t('requests.decide')}
                  </Button>
                </span>
              ) : (
                <Status tone={TONES[request.state]}>{t(`requests.state.${request.state}`)}</Status>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
