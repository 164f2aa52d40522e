import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { DoctorList } from '../../features/people/DoctorList.tsx'
import { filterPeople } from '../../features/people/filter-people.ts'
import { useCall } from '../../lib/calls.ts'
import { usePlace } from '../../lib/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** Doctors one can choose from. */
export function Doctors() {
  const { t } = useTranslation(['screens', 'common'])
  const doctors = useCall('people.doctors')
  const [text, setText] = useState('')
  usePlace([{ label: t('common:nav.doctors') }])
  const filter = (
    <FilterField
      label={t('doctors.search')}
      clearLabel={t('records.clear')}
      value={text}
      onChange={setText}
    />
  )
  return (
    <Page>
      <PageHead title={t('doctors.title')} note={t('doctors.note')} actions={filter} />
      <Loaded of={doctors}>
        {(people) => {
          const shown = filterPeople(people, { text, role: null, state: null })
          return (
            <Panel label={t('doctors.title')} flush>
              {shown.length === 0 ? (
                <Empty title={t('doctors.none')} compact />
              ) : (
                <DoctorList doctors={shown} />
              )}
            </Panel>
          )
        }}
      </Loaded>
    </Page>
  )
}
