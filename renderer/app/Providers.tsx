import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { keepFresh } from '../lib/calls.ts'
import { resolveVariables, theme } from '../ui/theme.ts'
import { useAppearance, useDiscretion, useTextSize } from './use-appearance.ts'

/** The page's style nonce, put there by main's protocol handler. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

/** Calls go to main, never to the network, so they are made whatever the browser thinks of being online. */
const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 5_000, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })

export function Providers({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(createQueries)
  useEffect(() => keepFresh(queries), [queries])
  return (
    <QueryClientProvider client={queries}>
      <Themed>{children}</Themed>
    </QueryClientProvider>
  )
}

function Themed({ children }: { readonly children: ReactNode }) {
  const scheme = useAppearance()
  useTextSize()
  useDiscretion()
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      cssVariablesResolver={resolveVariables}
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  )
}
