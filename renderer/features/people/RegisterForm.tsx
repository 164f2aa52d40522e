import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconArrowRight, IconQrcode } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { daysUntil, endOfDay } from '../../lib/format.ts'
import { DayField } from '../../ui/DayField.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { AddressField } from './AddressField.tsx'
import { DoctorFields } from './DoctorFields.tsx'
import { PictureField } from './PictureField.tsx'
import css from './Register.module.css'
import {
  checkValues,
  custodyEnd,
  type Missing,
  type RegisterRole,
  type RegisterValues,
  toChild,
  toInput,
} from './register-values.ts'

const GENDERS = ['female', 'male', 'other', 'unknown'] as const
/** A licence that ends sooner is worth a second look. */
const SOON_DAYS = 60

type Props = {
  readonly role: RegisterRole
  readonly values: RegisterValues
  readonly onChange: (change: Partial<RegisterValues>) => void
  /** @param code told this once, where the person was registered for one */
  readonly onDone: (person: PersonView, code: string | null) => void
  /** Where the person's own phone says the address; null where the network has no phones. */
  readonly scan: Scan | null
}

type Scan = {
  /** How far it has come. */
  readonly panel: ReactNode
  readonly running: boolean
  readonly onStart: () => void
  readonly onClear: () => void
  /** What the person says in front of their own screen. */
  readonly said: ReactNode
}

/** Everything a clinic writes down about a new doctor or patient. */
export function RegisterForm({ role, values, onChange, onDone, scan }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  const register = useAct('people.register')
  const registerByCode = useAct('people.registerByCode')
  const registerChild = useAct('people.registerChild')
  const failure = register.error ?? registerByCode.error ?? registerChild.error
  const [tried, setTried] = useState(false)
  const missing = checkValues(values, role)
  const error = (field: keyof Missing): string | undefined => {
    const reason = missing[field]
    return tried && reason !== undefined ? t(`register.missing.${reason}`) : undefined
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(missing).length > 0) return
    const { account, ...person } = toInput(values, role)
    if (values.child) registerChild.mutate(toChild(values), { onSuccess: (child) => onDone(child, null) })
    else if (values.byCode && role !== 'reader')
      registerByCode.mutate({ ...person, role }, { onSuccess: (given) => onDone(given.person, given.code) })
    else register.mutate({ account, ...person }, { onSuccess: (registered) => onDone(registered, null) })
  }
  const calendarLabels = { previous: t('common:calendar.previous'), next: t('common:calendar.next') }
  const text = (field: 'name' | 'email' | 'licence') => ({
    label: t(`register.${field}`),
    value: values[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
    error: error(field),
  })
  return (
    <form className={css.form} onSubmit={submit} noValidate aria-label={t(`register.title.${role}`)}>
      <div className={css.top}>
        <PictureField value={values.picture} onChange={(picture) => onChange({ picture })} />
        <div className={css.who}>
          {!values.byCode && (
            <AddressField
              value={values.account}
              onChange={(account) => onChange({ account })}
              role={values.child ? null : role}
              error={error('account')}
              proven={values.proven}
              action={!values.child && scan !== null && <ScanAction scan={scan} proven={values.proven} />}
            />
          )}
          {role === 'patient' && !values.proven && !values.byCode && (
            <Checkbox
              label={t('register.child.choose')}
              description={values.child ? t('register.child.note') : undefined}
              checked={values.child}
              onChange={(event) => {
                scan?.onClear()
                onChange({ child: event.currentTarget.checked })
              }}
            />
          )}
          {!values.proven && !values.child && role !== 'reader' && (
            <Checkbox
              label={t('register.byCode.choose')}
              description={values.byCode ? t('register.byCode.note') : undefined}
              checked={values.byCode}
              onChange={(event) => {
                scan?.onClear()
                onChange({ byCode: event.currentTarget.checked })
              }}
            />
          )}
        </div>
      </div>
      {!values.byCode && !values.child && scan?.panel}
      <div className={css.fields}>
        <TextInput {...text('name')} />
        <TextInput {...text('email')} type="email" />
        <DayField
          label={t('register.birthDate')}
          value={values.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
          error={error('birthDate')}
          example={t('common:calendar.birthExample')}
          calendarLabels={calendarLabels}
        />
        <Select
          label={t('register.gender')}
          value={values.gender}
          onChange={(gender) => onChange({ gender })}
          data={GENDERS.map((value) => ({ value, label: t(`common:genders.${value}`) }))}
          error={error('gender')}
        />
        {values.child && (
          <DayField
            label={t('register.child.until')}
            value={custodyEnd(values)}
            onChange={(custodyUntil) => onChange({ custodyUntil })}
            error={error('custodyUntil')}
            example={t('common:calendar.example')}
            calendarLabels={calendarLabels}
          />
        )}
        {role === 'doctor' && <DoctorFields values={values} onChange={onChange} error={error} />}
      </div>
      <LicenceNotice until={values.until} />
      {values.proven && (
        <div className={css.checked}>
          <Checkbox
            checked={values.checked}
            onChange={(event) => onChange({ checked: event.currentTarget.checked })}
            label={t('register.checked')}
            description={t('register.checkedNote')}
            error={error('checked')}
          />
          {scan?.said}
        </div>
      )}
      {failure !== null && <FailureLine words={words(failure)} />}
      <div className={css.foot}>
        <span className="tiny dim">{t('register.allNeeded')}</span>
        <Button
          type="submit"
          loading={register.isPending || registerByCode.isPending || registerChild.isPending}
          rightSection={<IconArrowRight size={17} stroke={1.7} aria-hidden="true" />}
        >
          {t('register.sign')}
        </Button>
      </div>
    </form>
  )
}

function ScanAction({ scan, proven }: { readonly scan: Scan; readonly proven: boolean }) {
  const { t } = useTranslation('screens')
  if (proven) return <TextButton onClick={scan.onClear}>{t('scan.clear')}</TextButton>
  return (
    <TextButton
      onClick={scan.onStart}
      disabled={scan.running}
      icon={<IconQrcode size={16} stroke={1.7} aria-hidden="true" />}
    >
      {t('scan.scan')}
    </TextButton>
  )
}

function LicenceNotice({ until }: { readonly until: string }) {
  const { t } = useTranslation(['screens', 'common'])
  if (until === '') return null
  const days = daysUntil(endOfDay(new Date(`${until}T12:00:00`)))
  if (days < 0 || days > SOON_DAYS) return null
  return (
    <Notice tone="warn">
      <strong>{t('register.endsIn', { count: days })}</strong> {t('register.endsNote')}
    </Notice>
  )
}
