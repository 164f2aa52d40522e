import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { ClinicOffer } from '../../../electron/main/domain/clinic-file.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './Clinic.module.css'

const BLANK = { name: '', rpc: '', contract: '' }

/** For whoever sets a network up, and has neither file nor code: where its node and its contract are. */
export function JoinByAddress({ onOffer }: { readonly onOffer: (offer: ClinicOffer) => void }) {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const [told, setTold] = useState(BLANK)
  const [wrong, setWrong] = useState<Partial<typeof BLANK>>({})
  const describe = useAct('clinic.describe')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const name = told.name.trim()
    const rpc = told.rpc.trim()
    const contract = told.contract.trim().toLowerCase()
    const found = {
      ...(name === '' && { name: t('join.address.noName') }),
      ...(!/^https?:$/.test(URL.parse(rpc)?.protocol ?? '') && { rpc: t('join.address.noUrl') }),
      ...(!/^0x[0-9a-f]{40}$/.test(contract) && { contract: t('join.address.noContract') }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    describe.mutate({ name, rpc, contract: contract as Address }, { onSuccess: onOffer })
  }
  const field = (key: keyof typeof BLANK) => ({
    value: told[key],
    error: wrong[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setTold((before) => ({ ...before, [key]: value }))
    },
  })
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <TextInput label={t('join.address.name')} maxLength={60} {...field('name')} />
      <TextInput label={t('join.address.rpc')} maxLength={200} spellCheck={false} {...field('rpc')} />
      <TextInput
        label={t('join.address.contract')}
        maxLength={42}
        spellCheck={false}
        {...field('contract')}
      />
      {describe.error !== null && <FailureLine words={wordsOf(describe.error)} />}
      <Button type="submit" loading={describe.isPending}>
        {t('join.look')}
      </Button>
    </form>
  )
}
