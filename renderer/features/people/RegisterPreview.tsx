import { IconCheck, IconClock, IconCoin, IconEyeOff, IconWorld, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { endOfDay, formatBirthDate, formatDay, initialsOf, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FactList } from '../../ui/FactList.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonPicture } from '../../ui/PersonPicture.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Register.module.css'
import type { RegisterRole, RegisterValues } from './register-values.ts'

type Props = { readonly role: RegisterRole; readonly values: RegisterValues }

/** What others will see of this person, and what the signature does. */
export function RegisterPreview({ role, values }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const { data: network } = useCall('network.status')
  const { data: payer } = useCall('payer.read')
  const named = values.name.trim() === '' ? t('register.noName') : values.name
  const doctor = role === 'doctor'
  const isPublic = role !== 'patient'
  const rows: [string, string][] = doctor
    ? [
        [t('register.worksAt'), network?.name ?? ''],
        [
          t('register.licencePreview'),
          values.until === ''
            ? '–'
            : t('register.untilDay', { day: formatDay(endOfDay(new Date(`${values.until}T12:00:00`))) }),
        ],
      ]
    : isPublic
      ? [[t('common:roles.reader'), t('register.readsOnly')]]
      : [
          [t('register.birthDate'), values.birthDate === '' ? '–' : formatBirthDate(values.birthDate)],
          [t('register.gender'), values.gender === null ? '–' : t(`common:genders.${values.gender}`)],
        ]
  return (
    <>
      <Panel title={t(isPublic ? 'register.patientsSee' : 'register.readersSee')}>
        <div className={css.preview}>
          <div className={css.face}>
            <PersonPicture picture={values.picture} initials={initialsOf(values.name || '?')} size={56} />
            <div>
              <h3>{doctor && values.name.trim() !== '' ? names.doctor(named, '') : named}</h3>
              {doctor && <p className="small soft">{names.specialties(values.specialties)}</p>}
            </div>
          </div>
          <Facts
            rows={[
              ...rows,
              [
                t(values.child ? 'register.child.custodian' : 'register.wallet'),
                values.byCode ? (
                  t('register.byCode.wallet')
                ) : (
                  <span key="wallet" className="mono">
                    {values.account === '' ? '–' : shortAddress(values.account.trim())}
                  </span>
                ),
              ],
            ]}
          />
          <div className={css.rule}>
            <Status tone="wait" icon={IconClock}>
              {t('register.afterSigning')}
            </Status>
          </div>
        </div>
      </Panel>
      <Panel title={t('register.signatureDoes')}>
        <FactList
          facts={[
            { icon: IconCheck, text: t(`register.does.${role}.lets`) },
            { icon: isPublic ? IconWorld : IconEyeOff, text: t(`register.does.${role}.shows`) },
            { icon: IconX, text: t(`register.does.${role}.opens`) },
            {
              icon: IconCoin,
              text: t(payer?.pays === 'wallet' ? 'register.fee' : 'register.free', {
                clinic: network?.name ?? '',
              }),
            },
          ]}
        />
      </Panel>
    </>
  )
}
