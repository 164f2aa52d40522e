import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/bridge.ts'
import { useMe } from '../lib/me.ts'
import { useNames } from '../lib/names.ts'

export type Findable = {
  readonly group: string
  readonly items: readonly { readonly id: string; readonly label: string; readonly to: string }[]
}

/** Records, patients and people that the palette can open, as far as this person may see them. */
export function useFindable(): readonly Findable[] {
  const { t } = useTranslation('common')
  const me = useMe()
  const names = useNames()
  const own = useQuery({
    queryKey: ['records.list', { patient: me.address }],
    queryFn: () => api['records.list']({ patient: me.address }),
    enabled: me.roles.includes('patient'),
  })
  const patients = useQuery({
    queryKey: ['patients.list', null],
    queryFn: () => api['patients.list'](),
    enabled: me.roles.some((role) => role === 'doctor' || role === 'reader'),
  })
  return useMemo(
    () =>
      [
        {
          group: t('nav.records'),
          items: (own.data ?? [])
            .filter((record) => record.title !== null)
            .map((record) => ({
              id: `record-${record.id}`,
              label: record.title!,
              to: `/records/${record.id}`,
            })),
        },
        {
          group: t('nav.patients'),
          items: (patients.data ?? [])
            .filter(({ grant }) => grant.state === 'open')
            .map(({ patient, name }) => ({
              id: `patient-${patient}`,
              label: names.plain(name, patient),
              to: `/patients/${patient}`,
            })),
        },
      ].filter(({ items }) => items.length > 0),
    [own.data, patients.data, names, t],
  )
}
