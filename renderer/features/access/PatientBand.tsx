import { useTranslation } from 'react-i18next'
import type { PatientView } from '../../../electron/main/domain/right.ts'
import { ageAt, formatBirthDate, formatLongDay, NO_END } from '../../lib/format.ts'
import { mayOf } from './may-of.ts'

/** Whose records these are, and for how long they can be read. */
export function PatientBand({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation(['screens', 'common'])
  const { birthDate, gender, grant } = patient
  const facts = [
    grant.records === null ? null : t('patients.withoutProfile'),
    birthDate === null
      ? null
      : t('patients.bornAge', { date: formatBirthDate(birthDate), age: ageAt(birthDate, new Date()) }),
    gender === null ? null : t(`common:genders.${gender}`).toLowerCase(),
    grant.until >= NO_END
      ? t('patients.accessAlways')
      : t('patients.accessUntil', { day: formatLongDay(grant.until) }),
    t(mayOf(grant)).toLowerCase(),
  ]
  return <>{facts.filter(Boolean).join(' · ')}</>
}
