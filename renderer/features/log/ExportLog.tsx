import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Status } from '../../ui/Status.tsx'

const FORMS = ['table', 'report', 'fhir', 'proof'] as const
type Form = (typeof FORMS)[number]

/** Saves the log where the person says. */
export function useExportLog() {
  const file = useAct('log.export')
  const report = useAct('log.saveReport')
  return {
    isPending: file.isPending || report.isPending,
    error: file.error ?? report.error,
    saved: file.data?.saved === true ? 'file' : report.data?.saved === true ? 'report' : null,
    save: (as: Form): void => {
      file.reset()
      report.reset()
      if (as === 'report') report.mutate(undefined)
      else file.mutate({ as })
    },
  } as const
}

type Props = { readonly exporting: ReturnType<typeof useExportLog> }

/** The log to take along: as a table, on paper, or as somebody proves it without this app. */
export function ExportLog({ exporting }: Props) {
  const { t } = useTranslation('screens')
  return (
    <Menu position="bottom-end" width={340} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          loading={exporting.isPending}
          leftSection={<IconDownload size={17} stroke={1.6} aria-hidden="true" />}
        >
          {t('log.export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMS.map((as) => (
          <Menu.Item key={as} onClick={() => exporting.save(as)}>
            <strong>{t(`log.export.${as}`)}</strong>
            <p className="tiny soft">{t(`log.export.${as}Note`)}</p>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** What came of it. */
export function Exported({ exporting: { error, saved } }: Props) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  if (error !== null) return <FailureLine words={words(error)} />
  if (saved === null) return null
  return (
    <p role="status">
      <Status tone="ok">{t(saved === 'report' ? 'log.export.reportSaved' : 'log.export.saved')}</Status>
    </p>
  )
}
