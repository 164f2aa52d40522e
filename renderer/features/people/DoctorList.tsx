import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatDay, initialsOf, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { FingerprintWords } from '../../ui/FingerprintWords.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Register.module.css'

/** Doctors whom the clinic vouches for. */
export function DoctorList({ doctors }: { readonly doctors: readonly PersonView[] }) {
  const { t } = useTranslation('screens')
  return (
    <ul aria-label={t('doctors.title')}>
      {doctors.map((doctor) => (
        <DoctorRow key={doctor.address} doctor={doctor} />
      ))}
    </ul>
  )
}

function DoctorRow({ doctor }: { readonly doctor: PersonView }) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const [open, setOpen] = useState(false)
  const name = names.doctor(doctor.name, doctor.address)
  const state = standingOf(doctor)
  const note = [
    names.specialties(doctor.specialties),
    doctor.until > 0 ? t('doctors.licence', { day: formatDay(doctor.until) }) : null,
    shortAddress(doctor.address),
  ]
  return (
    <li className={css.doctor}>
      <div className={css.line}>
        <PersonLine
          picture={doctor.picture}
          initials={initialsOf(doctor.name ?? '?')}
          name={name}
          note={note.filter(Boolean).join(' · ')}
          size={36}
        />
        <Status tone={state === 'registered' ? 'ok' : 'warn'}>{t(`doctors.state.${state}`)}</Status>
        <TextButton
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          aria-label={t('doctors.wordsOf', { name })}
          disabled={!doctor.hasKey}
        >
          {t('doctors.words')}
        </TextButton>
        <Button
          component={Link}
          to={`/access/give/${doctor.address}`}
          variant="default"
          size="compact-sm"
          h={30}
          px={14}
          {...(state === 'registered' ? {} : { 'data-disabled': true })}
          aria-label={t('access.giveTo', { name })}
        >
          {t('access.give')}
        </Button>
      </div>
      {open && <KeyWords doctor={doctor} />}
    </li>
  )
}

function KeyWords({ doctor }: { readonly doctor: PersonView }) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const { data, error } = useCall('people.publicKey', { account: doctor.address })
  return (
    <div className={css.key}>
      {error !== null && <FailureLine words={words(error)} />}
      {data !== undefined && (
        <>
          <FingerprintWords words={data.words} label={t('key.words')} />
          <p className="tiny dim">{t('doctors.compare')}</p>
        </>
      )}
    </div>
  )
}

function standingOf({ active, suspended, hasKey }: PersonView) {
  if (suspended) return 'suspended'
  if (!active) return 'ended'
  return hasKey ? 'registered' : 'noKey'
}
