import words from '../../../resources/locales/en/compliance.json'
import { ComplianceTables } from '../../features/clinic/ComplianceTable.tsx'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** HIPAA and GDPR: what the app does, and what remains for the clinic. Its words come with it, since few need them. */
export function Compliance() {
  usePlace([{ label: words.title }])
  return (
    <Page>
      <PageHead title={words.title} note={words.note} />
      <Stack>
        <ComplianceTables />
      </Stack>
    </Page>
  )
}
