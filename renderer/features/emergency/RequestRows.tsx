import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EmergencyPhase, EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatMoment, initialsOf } from '../../lib/format.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import { Status, type Tone } from '../../ui/Status.tsx'
import css from './Emergency.module.css'
import { useRequestWords } from './use-request-words.ts'
import { countdown, useSeconds } from './use-seconds.ts'

const TONES: Readonly<Record<EmergencyPhase, Tone>> = {
  waiting: 'wait',
  ready: 'ok',
  open: 'warn',
  over: 'past',
  vetoed: 'bad',
  closed: 'past',
  expired: 'past',
  void: 'past',
}

export type RequestRole = 'doctor' | 'guardian' | 'patient'

type Props = {
  readonly requests: readonly EmergencyView[]
  readonly as: RequestRole
  readonly me: string
  readonly label: string
}

/** Requests, each with its state, its clock and what this person can do about it. */
export function RequestRows({ requests, as, me, label }: Props) {
  return (
    <ul className={css.rows} aria-label={label}>
      {requests.map((view) => (
        <RequestRow key={`${view.patient}${view.request}`} view={view} as={as} me={me} />
      ))}
    </ul>
  )
}

function RequestRow({ view, as, me }: { readonly view: EmergencyView } & Pick<Props, 'as' | 'me'>) {
  const { t } = useTranslation('screens')
  const { patientOf, doctorOf, reasonOf } = useRequestWords()
  const name = as === 'doctor' ? patientOf(view) : doctorOf(view)
  const asked = t('emergency.askedAt', { when: formatMoment(view.askedAt) })
  return (
    <li className={css.request}>
      <PersonLine
        picture={null}
        initials={initialsOf(name)}
        name={as === 'guardian' ? t('emergency.asksFor', { doctor: name, patient: patientOf(view) }) : name}
        note={`${reasonOf(view)} · ${asked}`}
      />
      <span className={css.actions}>
        <Phase view={view} />
        <Actions view={view} as={as} me={me} name={name} />
      </span>
    </li>
  )
}

/** The state in words, and what is counted down. */
function Phase({ view }: { readonly view: EmergencyView }) {
  const { t } = useTranslation('screens')
  const counts = view.phase === 'waiting' || view.phase === 'open'
  const now = useSeconds(counts)
  const agreed = t('emergency.agreed', { count: view.approvedBy.length, of: view.threshold })
  const left = view.phase === 'open' ? (view.until ?? 0) - now : view.readyAt - now
  return (
    <Status tone={TONES[view.phase]}>
      {t(`emergency.phase.${view.phase}`)}
      {view.phase === 'waiting' && ` · ${agreed}`}
      {view.verdict !== null && ` · ${t(`emergency.judged.${view.verdict}`)}`}
      {counts && left > 0 && (
        <>
          {' · '}
          <time className={css.clock}>{countdown(left)}</time>
        </>
      )}
    </Status>
  )
}

function Actions({
  view,
  as,
  me,
  name,
}: { readonly view: EmergencyView; readonly name: string } & Pick<Props, 'as' | 'me'>) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const now = useSeconds(view.phase === 'waiting')
  const approve = useAct('emergency.approve')
  const veto = useAct('emergency.veto')
  const open = useAct('emergency.open')
  const extend = useAct('emergency.extend')
  const close = useAct('emergency.close')
  const { patient, request, phase } = view
  const pending = phase === 'waiting' || phase === 'ready'
  const ready = pending && view.approvedBy.length >= view.threshold && now >= view.readyAt
  const shown = [
    { act: open, key: 'open', when: as === 'doctor' && ready, filled: true },
    {
      act: approve,
      key: 'approve',
      when: as === 'guardian' && pending && !view.approvedBy.some((one) => one === me),
      filled: true,
    },
    { act: veto, key: 'veto', when: as !== 'doctor' && pending, filled: false },
    {
      act: extend,
      key: 'extend',
      when: as === 'guardian' && phase === 'open' && !view.extended,
      filled: false,
    },
    { act: close, key: 'close', when: as === 'patient' && phase === 'open', filled: true },
    { act: close, key: 'takeBack', when: as === 'doctor' && pending, filled: false },
  ] as const
  const failure = shown.find(({ act }) => act.error !== null)?.act.error ?? null
  return (
    <>
      {shown
        .filter(({ when }) => when)
        .map(({ act, key, filled }) => (
          <Button
            key={key}
            variant={filled ? 'filled' : 'default'}
            size="compact-sm"
            h={30}
            px={14}
            loading={act.isPending}
            onClick={() => act.mutate({ patient, request })}
            aria-label={t(`emergency.doFor.${key}`, { name })}
          >
            {t(`emergency.do.${key}`)}
          </Button>
        ))}
      {as === 'doctor' && phase === 'open' && (
        <Button
          component={Link}
          to={`/emergency/${patient}`}
          size="compact-sm"
          h={30}
          px={14}
          aria-label={t('emergency.doFor.read', { name })}
        >
          {t('emergency.do.read')}
        </Button>
      )}
      {failure !== null && <FailureLine words={words(failure)} />}
    </>
  )
}
