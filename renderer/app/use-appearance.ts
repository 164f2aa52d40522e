import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { useCall } from '../lib/calls.ts'

/** Light or dark: what the person chose, else what the system says. */
export function useAppearance(): 'light' | 'dark' {
  const { data } = useCall('settings.read')
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false })
  const chosen = data?.appearance ?? 'system'
  return chosen === 'system' ? (dark ? 'dark' : 'light') : chosen
}

/** Hides names and titles from whoever looks over a shoulder. */
export function useDiscretion(): void {
  const { data } = useCall('settings.read')
  const discreet = data?.discreet ?? false
  useEffect(() => {
    document.documentElement.toggleAttribute('data-discreet', discreet)
  }, [discreet])
}

/** Everything but hairlines is measured in rem, so the root's size moves all of it. */
export function useTextSize(): void {
  const { data } = useCall('settings.read')
  const size = data?.textSize ?? 1
  useEffect(() => {
    document.documentElement.style.fontSize = size === 1 ? '' : `${size * 100}%`
  }, [size])
}
