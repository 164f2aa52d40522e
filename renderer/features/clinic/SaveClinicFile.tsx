import { Button } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useMe } from '../../lib/me.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Clinic.module.css'

/** For admins: the file with which another computer joins this clinic, vouched for by their wallet. */
export function SaveClinicFile() {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const me = useMe()
  const save = useAct('clinic.save')
  if (!me.roles.includes('admin')) return null
  return (
    <Panel title={t('clinicFile.title')}>
      <div className={css.save}>
        <p className="small soft">{t('clinicFile.note')}</p>
        <Button
          variant="default"
          leftSection={<IconFileExport size={17} stroke={1.7} aria-hidden="true" />}
          loading={save.isPending}
          onClick={() => save.mutate(undefined)}
        >
          {t('clinicFile.save')}
        </Button>
        {save.data?.saved === true && <Status tone="ok">{t('clinicFile.saved')}</Status>}
        {save.error !== null && <FailureLine words={wordsOf(save.error)} />}
      </div>
    </Panel>
  )
}
