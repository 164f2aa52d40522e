import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { Removal } from '../../features/access/Removal.tsx'
import { usePlace } from '../../lib/place.ts'

/** Takes a doctor's access back: first what it means, then its two phases. */
export function RemoveAccess() {
  const { t } = useTranslation(['screens', 'common'])
  const navigate = useNavigate()
  const reader = useParams().reader as Address
  usePlace([{ label: t('common:nav.access'), to: '/access' }, { label: t('remove.place') }])
  return <Removal reader={reader} onBack={() => void navigate('/access')} />
}
