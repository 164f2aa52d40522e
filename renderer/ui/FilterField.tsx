import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

type Props = {
  readonly label: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function FilterField({ label, clearLabel, value, onChange }: Props) {
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      w={230}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
      rightSection={
        value === '' ? null : <CloseButton size="sm" aria-label={clearLabel} onClick={() => onChange('')} />
      }
    />
  )
}
