import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { GivePanel } from '../../features/access/GivePanel.tsx'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'

/** Gives a doctor access: whom, what, until when, and the sentence that is signed. */
export function GiveAccess() {
  const { t } = useTranslation(['screens', 'common'])
  const navigate = useNavigate()
  const { reader } = useParams()
  usePlace([{ label: t('common:nav.access'), to: '/access' }, { label: t('give.title') }])
  return (
    <Page>
      <PageHead title={t('give.title')} note={t('give.note')} />
      <GivePanel
        reader={(reader as Address | undefined) ?? null}
        onChoose={(next) => void navigate(`/access/give/${next}`, { replace: true })}
        onDone={() => void navigate('/access')}
      />
    </Page>
  )
}
