import { Button, Modal } from '@mantine/core'
import { IconFileExport, IconQrcode } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useMe } from '../../lib/me.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Clinic.module.css'

/** For admins: the file with which another computer joins this clinic, vouched for by their wallet. */
export function SaveClinicFile() {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const me = useMe()
  const save = useAct('clinic.save')
  const show = useAct('clinic.show')
  const failure = save.error ?? show.error
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
        <Button
          variant="default"
          leftSection={<IconQrcode size={17} stroke={1.7} aria-hidden="true" />}
          loading={show.isPending}
          onClick={() => show.mutate(undefined)}
        >
          {t('clinicFile.show')}
        </Button>
        {save.data?.saved === true && <Status tone="ok">{t('clinicFile.saved')}</Status>}
        {show.data !== undefined && <ClinicCode code={show.data.code} onClose={show.reset} />}
        {failure !== null && failure.code !== 'E_CANCELLED' && <FailureLine words={wordsOf(failure)} />}
      </div>
    </Panel>
  )
}

type CodeProps = { readonly code: string | null; readonly onClose: () => void }

/** Large enough for a phone's camera, so not in the panel. */
function ClinicCode({ code, onClose }: CodeProps) {
  const { t } = useTranslation(['screens', 'common'])
  if (code === null) return <p className="small soft">{t('clinicFile.tooLong')}</p>
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('clinicFile.code')}
      size="auto"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={css.code}>
        <Qr text={code} label={t('clinicFile.code')} module={3} />
        <p className="small soft">{t('clinicFile.codeNote')}</p>
        <CopyText text={code} label={t('clinicFile.copy')} done={t('clinicFile.copied')} />
      </div>
    </Modal>
  )
}
