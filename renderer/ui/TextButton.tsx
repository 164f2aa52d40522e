import { UnstyledButton } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import css from './TextButton.module.css'

type Props = {
  readonly children: ReactNode
  readonly onClick?: () => void
  readonly icon?: ReactNode
  readonly disabled?: boolean
} & Pick<ComponentProps<'button'>, 'type' | 'aria-label' | 'aria-expanded' | 'aria-describedby'>

/** A quiet verb in ink. */
export function TextButton({ children, icon, ...rest }: Props) {
  return (
    <UnstyledButton className={css.root ?? ''} {...rest}>
      {icon}
      {children}
    </UnstyledButton>
  )
}
