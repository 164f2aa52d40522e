import { Button, FileButton, TextInput } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallFailure } from '../../lib/bridge.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Row } from '../../ui/Rail.tsx'

type Props = { readonly value: string; readonly onChange: (address: string) => void }

/** Whose records or card it is about: typed, or read from a photo of the card that they carry. */
export function PatientField({ value, onChange }: Props) {
  const { t } = useTranslation('screens')
  const [unread, setUnread] = useState<CallFailure | null>(null)
  const words = useFailureWords()
  const look = async (file: File | null): Promise<void> => {
    if (file === null) return
    setUnread(null)
    try {
      const { readCode } = await import('../../lib/read-code.ts')
      onChange((await readCode(file)).replace(/^ethereum:/i, ''))
    } catch {
      setUnread(new CallFailure('E_CODE_UNREADABLE', { name: file.name }))
    }
  }
  return (
    <>
      <TextInput
        label={t('emergency.whose')}
        description={t('emergency.whoseNote')}
        placeholder="0x…"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        spellCheck={false}
        autoComplete="off"
      />
      <FileButton
        accept="image/png,image/jpeg,image/webp,application/pdf"
        onChange={(file) => void look(file)}
      >
        {(props) => (
          <Row>
            <Button
              {...props}
              variant="default"
              leftSection={<IconQrcode size={17} stroke={1.7} aria-hidden="true" />}
            >
              {t('emergency.photo')}
            </Button>
          </Row>
        )}
      </FileButton>
      {unread !== null && <FailureLine words={words(unread)} />}
    </>
  )
}
