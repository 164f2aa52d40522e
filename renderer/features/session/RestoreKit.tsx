import { Button, FileButton, Textarea } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallFailure } from '../../lib/bridge.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { isChosen, PassphraseFields } from '../../ui/PassphraseFields.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Onboarding.module.css'

/** How many words a kit has. */
const WORDS = 12
const countOf = (words: string): number => words.split(/[^\p{L}]+/u).filter(Boolean).length

/** Brings a key back from a recovery kit: its code from a photo, a scan or its file, its words by hand. */
export function RestoreKit() {
  const { t } = useTranslation('screens')
  const say = useFailureWords()
  const [line, setLine] = useState<string | null>(null)
  const [unread, setUnread] = useState<CallFailure | null>(null)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState({ first: '', second: '' })
  const restore = useAct('backup.restoreKit')
  const count = countOf(words)
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return
    setUnread(null)
    try {
      const { readKit } = await import('./read-kit.ts')
      setLine(await readKit(file))
    } catch (error) {
      setLine(null)
      setUnread(error instanceof CallFailure ? error : new CallFailure('E_INTERNAL', {}))
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (line !== null) restore.mutate({ line, words, passphrase: chosen.first })
  }
  const failed = unread ?? restore.error
  return (
    <form className={css.form} onSubmit={submit}>
      <div className={css.column}>
        <FileButton accept=".mckey,image/png,image/jpeg,application/pdf" onChange={(file) => void read(file)}>
          {(props) => (
            <Button
              {...props}
              variant={line === null ? 'filled' : 'default'}
              leftSection={<IconQrcode size={17} stroke={1.7} aria-hidden="true" />}
            >
              {t('restoreKit.code')}
            </Button>
          )}
        </FileButton>
        <p className="small soft">{t('restoreKit.codeNote')}</p>
        <div aria-live="polite">{line !== null && <Status tone="ok">{t('restoreKit.codeRead')}</Status>}</div>
      </div>
      <Textarea
        label={t('restoreKit.words')}
        description={t('restoreKit.counted', { count, of: WORDS })}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
        autoComplete="off"
        spellCheck={false}
      />
      <PassphraseFields
        value={chosen}
        onChange={setChosen}
        label={t('passphrase.choose')}
        repeatLabel={t('passphrase.repeat')}
      />
      {failed !== null && <FailureLine words={say(failed)} />}
      <Button
        type="submit"
        disabled={line === null || count !== WORDS || !isChosen(chosen)}
        loading={restore.isPending}
      >
        {t('restoreKit.restore')}
      </Button>
    </form>
  )
}
