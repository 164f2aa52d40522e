import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PatientView } from '../../../electron/main/domain/right.ts'
import {
  daysUntil,
  formatBirthDate,
  formatDay,
  formatLongDay,
  initialsOf,
  NO_END,
  shortAddress,
} from '../../lib/format.ts'
import { Knot } from '../../ui/Knot.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import { Status } from '../../ui/Status.tsx'
import { mayOf } from './may-of.ts'
import css from './PatientList.module.css'

const SOON_DAYS = 7

/** Who gave access, until when, and what is new. Of ended ones only the fact is left. */
export function PatientList({ patients }: { readonly patients: readonly PatientView[] }) {
  const { t } = useTranslation(['screens', 'common'])
  return (
    <ul aria-label={t('patients.title')}>
      {patients.map((patient) =>
        patient.grant.state === 'open' ? (
          <OpenRow key={patient.patient} patient={patient} />
        ) : (
          <li key={patient.patient} className={css.row} data-past>
            <PersonLine
              picture={null}
              initials="–"
              name={shortAddress(patient.patient)}
              note={t('patients.ended', {
                day: formatLongDay(Math.min(patient.grant.until, Date.now() / 1000)),
              })}
              past
            />
            <span />
            <span />
            <Status tone="past">{t(`access.state.${patient.grant.state}`)}</Status>
          </li>
        ),
      )}
    </ul>
  )
}

function OpenRow({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation(['screens', 'common'])
  const { grant, name, birthDate, gender, newKey } = patient
  const left = daysUntil(grant.until)
  const facts = [
    grant.records === null ? null : t('patients.withoutProfile'),
    birthDate === null ? null : t('viewer.born', { date: formatBirthDate(birthDate) }),
    gender === null ? null : t(`common:genders.${gender}`).toLowerCase(),
  ]
  return (
    <li className={css.row}>
      <PersonLine
        picture={patient.picture}
        initials={initialsOf(name ?? '?')}
        name={
          <Link className={css.link} to={`/patients/${patient.patient}`}>
            {name ?? shortAddress(patient.patient)}
          </Link>
        }
        note={facts.filter(Boolean).join(', ') || shortAddress(patient.patient)}
        size={34}
      />
      <span className={css.until} data-soon={left <= SOON_DAYS || undefined}>
        <Knot kind={grant.records === null ? 'filled' : 'part'} />
        {grant.until >= NO_END ? t('access.noEnd') : t('patients.until', { day: formatDay(grant.until) })}
      </span>
      <span className={css.records}>
        {t('patients.records', { count: patient.records })}
        {patient.lastRecordAt !== null && (
          <span className="tiny dim">{t('patients.last', { day: formatDay(patient.lastRecordAt) })}</span>
        )}
      </span>
      {newKey !== null && newKey.givenBackAt === null ? (
        <Status tone="warn">{t('giveBack.status')}</Status>
      ) : (
        <span className="small soft">{t(mayOf(grant))}</span>
      )}
      <IconChevronRight size={17} stroke={1.7} aria-hidden="true" />
    </li>
  )
}
