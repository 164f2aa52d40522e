import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { SharePanel } from '../../features/access/SharePanel.tsx'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { useCall } from '../../lib/calls.ts'
import { useFolders } from '../../lib/folders.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'

/** Shares one record alone: with whom, until when, and the sentence that is signed. */
export function ShareRecord() {
  const { t } = useTranslation(['screens', 'common'])
  const navigate = useNavigate()
  const me = useMe()
  const params = useParams()
  const id = Number(params.id)
  const records = useCall('records.list', { patient: me.address })
  const folders = useFolders(me.address)
  const row = records.data?.find((record) => record.id === id)
  const title = row?.title ?? t('viewer.record')
  usePlace([
    { label: t('common:nav.records'), to: '/records' },
    { label: title, to: `/records/${id}` },
    { label: t('share.title') },
  ])
  return (
    <Page>
      <PageHead title={t('share.title')} note={t('share.note')} />
      <Loaded of={records}>
        {() => (
          <SharePanel
            record={{ id, title, folder: folders.nameOf(row?.folder ?? 0) }}
            reader={(params.reader as Address | undefined) ?? null}
            onChoose={(next) => void navigate(`/records/${id}/share/${next}`, { replace: true })}
            onDone={() => void navigate('/access')}
          />
        )}
      </Loaded>
    </Page>
  )
}
