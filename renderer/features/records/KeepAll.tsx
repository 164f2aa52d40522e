import { Button } from '@mantine/core'
import { IconDeviceDesktopDown } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '../../../electron/main/domain/record.ts'
import { api, type CallFailure } from '../../lib/bridge.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatBytes } from '../../lib/format.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'

/** Keeps every record of a list on this computer, with their size said before. Only where they lie elsewhere too. */
export function KeepAll({ records }: { readonly records: readonly RecordView[] }) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const client = useQueryClient()
  const [done, setDone] = useState(0)
  const lacking = records.filter(({ place }) => place === 'here' || place === 'elsewhere')
  const keep = useMutation<void, CallFailure, readonly RecordView[]>({
    mutationFn: async (all) => {
      for (const [at, { patient, id }] of all.entries()) {
        setDone(at)
        await api['records.keepHere']({ patient, id, keep: true })
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['records.list'] }),
  })
  if (lacking.length === 0 && keep.error === null) return null
  const bytes = lacking.reduce((sum, { byteLength }) => sum + (byteLength ?? 0), 0)
  return (
    <>
      <Button
        variant="default"
        loading={keep.isPending}
        onClick={() => keep.mutate(lacking)}
        leftSection={<IconDeviceDesktopDown size={17} stroke={1.6} aria-hidden="true" />}
      >
        {t('records.keepAll', { count: lacking.length, size: formatBytes(bytes) })}
      </Button>
      <span className="aural" role="status">
        {keep.isPending && t('records.keeping', { done: done + 1, count: keep.variables.length })}
      </span>
      {keep.error !== null && <FailureLine words={words(keep.error)} />}
    </>
  )
}
