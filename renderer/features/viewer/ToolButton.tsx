import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'

type Props = {
  readonly label: string
  readonly icon: Icon
  readonly onClick: () => void
  readonly disabled?: boolean
  readonly pressed?: boolean
}

/** One tool of the viewer, with its name on hover and for the ear. */
export function ToolButton({ label, icon: Shown, onClick, disabled = false, pressed }: Props) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed === true ? 'light' : 'subtle'}
        color="gray"
        size={32}
        aria-label={label}
        onClick={onClick}
        disabled={disabled}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      >
        <Shown size={19} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
}
