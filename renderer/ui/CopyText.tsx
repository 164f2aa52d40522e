import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { tellCopied } from '../lib/copied.ts'
import { TextButton } from './TextButton.tsx'

type Props = {
  readonly text: string
  readonly label: string
  readonly done: string
}

/** Copies a text and says so. */
export function CopyText({ text, label, done }: Props) {
  const clipboard = useClipboard({ timeout: 2000 })
  const Shown = clipboard.copied ? IconCheck : IconCopy
  return (
    <TextButton
      onClick={() => {
        clipboard.copy(text)
        tellCopied(text)
      }}
      icon={<Shown size={15} stroke={1.7} aria-hidden="true" />}
    >
      <span aria-live="polite">{clipboard.copied ? done : label}</span>
    </TextButton>
  )
}
