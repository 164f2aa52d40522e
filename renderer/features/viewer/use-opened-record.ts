import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { OpenedRecord } from '../../../electron/main/domain/record.ts'
import { api, type CallFailure } from '../../lib/bridge.ts'

/** Opens a record once, and closes it when it is left: its ticket is worth nothing afterwards. */
export function useOpenedRecord(patient: Address, id: number) {
  const client = useQueryClient()
  const key = ['opened', patient, id] as const
  const query = useQuery<OpenedRecord, CallFailure>({
    queryKey: key,
    queryFn: () => api['records.open']({ patient, id }),
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  })
  useEffect(
    () => () => {
      const opened = client.getQueryData<OpenedRecord>(['opened', patient, id])
      client.removeQueries({ queryKey: ['opened', patient, id] })
      if (opened !== undefined) void api['records.close']({ ticket: opened.ticket }).catch(() => undefined)
    },
    [client, patient, id],
  )
  return query
}
