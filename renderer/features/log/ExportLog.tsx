import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'

/** Saves the log where the person says. */
export const useExportLog = () => useAct('log.export')

/** The log to take along: as a table, or as somebody proves it without this app. */
export function ExportLog({ save }: { readonly save: ReturnType<typeof useExportLog> }) {
  const { t } = useTranslation('screens')
  return (
    <Menu position="bottom-end" width={340} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          loading={save.isPending}
          leftSection={<IconDownload size={17} stroke={1.6} aria-hidden="true" />}
        >
          {t('log.export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['table', 'fhir', 'proof'] as const).map((as) => (
          <Menu.Item key={as} onClick={() => save.mutate({ as })}>
            <strong>{t(`log.export.${as}`)}</strong>
            <p className="tiny soft">{t(`log.export.${as}Note`)}</p>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
