import { Button, FileButton, TextInput } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClinicOffer } from '../../../electron/main/domain/clinic-file.ts'
import { CallFailure } from '../../lib/bridge.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './Clinic.module.css'

/** A clinic's network file as the code that an admin's screen shows: from a photo or scan of it, or as its text. */
export function JoinByCode({ onOffer }: { readonly onOffer: (offer: ClinicOffer) => void }) {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const [line, setLine] = useState('')
  const [unread, setUnread] = useState<CallFailure | null>(null)
  const read = useAct('clinic.readCode')
  const send = (code: string): void => read.mutate({ line: code }, { onSuccess: onOffer })
  const look = async (file: File | null): Promise<void> => {
    if (file === null) return
    setUnread(null)
    try {
      const { readCode } = await import('../../lib/read-code.ts')
      send(await readCode(file))
    } catch {
      setUnread(new CallFailure('E_CODE_UNREADABLE', { name: file.name }))
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setUnread(null)
    send(line)
  }
  const failed = unread ?? read.error
  return (
    <form className={css.form} onSubmit={submit}>
      <FileButton
        accept="image/png,image/jpeg,image/webp,application/pdf"
        onChange={(file) => void look(file)}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconQrcode size={17} stroke={1.7} aria-hidden="true" />}
          >
            {t('join.code.picture')}
          </Button>
        )}
      </FileButton>
      <TextInput
        label={t('join.code.text')}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {failed !== null && <FailureLine words={wordsOf(failed)} />}
      <Button type="submit" disabled={line.trim() === ''} loading={read.isPending}>
        {t('join.look')}
      </Button>
    </form>
  )
}
