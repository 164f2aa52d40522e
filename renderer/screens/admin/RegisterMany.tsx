import { useTranslation } from 'react-i18next'
import { ManyPeople } from '../../features/people/many/ManyPeople.tsx'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** Registers the people of a table. */
export function RegisterMany() {
  const { t } = useTranslation(['screens', 'common'])
  usePlace([{ label: t('common:nav.people'), to: '/people' }, { label: t('many.title') }])
  return (
    <Page>
      <PageHead title={t('many.title')} note={t('many.note')} />
      <Stack>
        <ManyPeople />
      </Stack>
    </Page>
  )
}
