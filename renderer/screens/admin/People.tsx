import { Button } from '@mantine/core'
import { IconTableImport, IconUserHeart } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { PeopleTable } from '../../features/people/PeopleTable.tsx'
import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { NOTE_TO_COME, PageHead } from '../../ui/PageHead.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** Everybody the clinic has registered. */
export function People() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const people = useCall('people.list')
  usePlace([{ label: t('common:nav.people') }])
  const note = people.data === undefined ? NOTE_TO_COME : t('people.count', { count: people.data.length })
  return (
    <Page>
      <PageHead
        title={t('people.title')}
        note={note}
        actions={
          <>
            <Button
              component={Link}
              to="/register/reader"
              variant="default"
              leftSection={<IconUserHeart size={17} stroke={1.6} aria-hidden="true" />}
            >
              {t('register.title.reader')}
            </Button>
            <Button
              component={Link}
              to="/people/many"
              variant="default"
              leftSection={<IconTableImport size={17} stroke={1.6} aria-hidden="true" />}
            >
              {t('many.open')}
            </Button>
          </>
        }
      />
      <Stack>
        <Loaded of={people}>{(rows) => <PeopleTable people={rows} me={me.address} />}</Loaded>
      </Stack>
    </Page>
  )
}
