import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { api, type CallFailure } from '../../lib/bridge.ts'

/** Looks a wallet address up while it is typed: whether it is whole, and who has it. */
export function useAddressCheck(account: string) {
  const [asked] = useDebouncedValue(account.trim(), 250)
  const query = useQuery<Awaited<ReturnType<(typeof api)['people.check']>>, CallFailure>({
    queryKey: ['people.check', { account: asked }],
    queryFn: () => api['people.check']({ account: asked }),
    enabled: asked !== '',
  })
  const current = asked === account.trim() && asked !== ''
  return { data: current ? query.data : undefined, error: current ? query.error : null }
}
