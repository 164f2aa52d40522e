import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import css from './Emergency.module.css'

type Props = { readonly chosen: readonly Address[]; readonly onChange: (chosen: readonly Address[]) => void }

/** Doctors of the clinic, and others by the address that they show. */
export function GuardianChoice({ chosen, onChange }: Props) {
  const { t } = useTranslation('screens')
  const me = useMe()
  const names = useNames()
  const { data: doctors } = useCall('people.doctors')
  const check = useAct('people.check')
  const words = useFailureWords()
  const [typed, setTyped] = useState('')
  const offered = (doctors ?? []).filter(({ address, hasKey }) => hasKey && address !== me.address)
  const others = chosen.filter((address) => !offered.some((doctor) => doctor.address === address))
  const add = (): void =>
    check.mutate(
      { account: typed },
      {
        onSuccess: ({ address }) => {
          if (!chosen.includes(address) && address !== me.address) onChange([...chosen, address])
          setTyped('')
        },
      },
    )
  return (
    <div>
      <Checkbox.Group
        label={t('emergency.askGuardians')}
        description={t('emergency.askGuardiansNote')}
        value={[...chosen]}
        onChange={(values) => onChange(values as Address[])}
      >
        <div className={css.choices}>
          {offered.map((doctor) => (
            <Checkbox
              key={doctor.address}
              value={doctor.address}
              label={names.doctor(doctor.name, doctor.address)}
              description={names.specialties(doctor.specialties)}
            />
          ))}
          {others.map((address) => (
            <Checkbox key={address} value={address} label={names.plain(names.invented(address), address)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={css.byAddress}>
        <TextInput
          label={t('emergency.byAddress')}
          placeholder="0x…"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={check.error === null ? undefined : words(check.error).title}
          spellCheck={false}
          autoComplete="off"
        />
        <Button variant="default" onClick={add} disabled={typed.trim() === ''} loading={check.isPending}>
          {t('emergency.addGuardian')}
        </Button>
      </div>
    </div>
  )
}
