import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** Versions, where data lies, and what guards the keys. */
export function AboutPanel() {
  const { t } = useTranslation(['screens', 'common'])
  const { data: about } = useCall('app.about')
  const { data: network } = useCall('network.status')
  if (about === undefined) return null
  const rows: [string, string][] = [
    [t('about.version'), about.version],
    [t('about.shell'), t(about.host ? 'about.host' : 'about.electron', { version: about.electron })],
    [t('about.chromium'), about.chromium],
    [t('about.node'), about.node],
    [
      t('about.network'),
      network === undefined ? '' : t('about.chain', { name: network.name, id: network.chainId }),
    ],
    [t('about.keychain'), about.keychain],
    [t('about.dataFolder'), about.dataFolder],
    [t('about.storage'), t(network?.store === 'shared' ? 'about.storageShared' : 'about.storageHere')],
  ]
  const text = rows.map(([label, value]) => `${label}: ${value}`).join('\n')
  return (
    <Panel
      title={t('about.title')}
      action={<CopyText text={text} label={t('common:copyDetails')} done={t('common:copied')} />}
    >
      <Facts rows={rows} />
    </Panel>
  )
}
