import { useMediaQuery } from '@mantine/hooks'
import { useCall } from '../lib/calls.ts'

/** Light or dark: what the person chose, else what the system says. */
export function useAppearance(): 'light' | 'dark' {
  const { data } = useCall('settings.read')
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false })
  const chosen = data?.appearance ?? 'system'
  return chosen === 'system' ? (dark ? 'dark' : 'light') : chosen
}
