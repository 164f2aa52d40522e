import { useTranslation } from 'react-i18next'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { useNames } from '../../lib/names.ts'

/** How the people of a request are called, and why it was made, in words. */
export function useRequestWords() {
  const { t } = useTranslation('screens')
  const names = useNames()
  return {
    patientOf: ({ patient, patientName }: EmergencyView): string =>
      names.plain(patientName ?? names.invented(patient), patient),
    doctorOf: ({ doctor, doctorName }: EmergencyView): string => names.doctor(doctorName, doctor),
    reasonOf: ({ stated }: EmergencyView): string =>
      stated === null
        ? t('emergency.sealedReason')
        : [t(`emergency.reasons.${stated.reason}`), stated.text].filter(Boolean).join('. '),
  }
}
