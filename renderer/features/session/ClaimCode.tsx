import { Button, TextInput } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './Onboarding.module.css'

/** The code from the front desk's slip: typed, pasted, or put in by a scanner. */
export function ClaimCode() {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const [code, setCode] = useState('')
  const claim = useAct('session.claim')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    claim.mutate({ code })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <TextInput
        label={t('claim.code')}
        description={t('claim.codeNote')}
        placeholder="0000000-0000000-0000000-0000000"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        classNames={{ input: css.typed ?? '' }}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
      />
      <p className="small soft">{t('claim.does')}</p>
      {claim.error !== null && <FailureLine words={words(claim.error)} />}
      <Button
        type="submit"
        disabled={code.trim() === ''}
        loading={claim.isPending}
        rightSection={<IconArrowRight size={17} stroke={1.7} aria-hidden="true" />}
      >
        {t('claim.use')}
      </Button>
    </form>
  )
}
