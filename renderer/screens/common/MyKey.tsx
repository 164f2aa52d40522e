import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HandOverPanel } from '../../features/custody/HandOverPanel.tsx'
import { OtherPeople } from '../../features/custody/OtherPeople.tsx'
import { BackupPanel } from '../../features/key/BackupPanel.tsx'
import { KeyCard } from '../../features/key/KeyCard.tsx'
import { useAsk } from '../../lib/ask.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Rail } from '../../ui/Rail.tsx'

/** One's own key: as others compare it, and its backup. */
export function MyKey() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const [saving, setSaving] = useState(false)
  useAsk('backup', () => setSaving(true))
  usePlace([{ label: t('common:nav.key') }])
  return (
    <Page>
      <PageHead title={t('key.title')} note={t('key.note')} />
      <Rail
        rail={
          <BackupPanel
            backedUp={me.backedUp}
            opened={saving}
            onOpen={() => setSaving(true)}
            onClose={() => setSaving(false)}
          />
        }
      >
        <KeyCard me={me} />
        <OtherPeople me={me} />
        <HandOverPanel me={me} />
      </Rail>
    </Page>
  )
}
