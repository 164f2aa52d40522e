import { Button, Checkbox, Modal } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopyChoices, RecordView } from '../../../electron/main/domain/record.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './AddRecords.module.css'

const CAUTIOUS: CopyChoices = { freeText: false, origin: false }

/** Saves one of one's own records without what names anybody, after saying what stays in it. */
export function ResearchCopy({ id }: Pick<RecordView, 'id'>) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  const [opened, setOpened] = useState(false)
  const [choices, setChoices] = useState(CAUTIOUS)
  const copy = useAct('records.copyForResearch')
  const saved = copy.data?.saved === true
  const choose = (choice: Partial<CopyChoices>): void => {
    copy.reset()
    setChoices({ ...choices, ...choice })
  }
  const close = (): void => {
    setOpened(false)
    choose(CAUTIOUS)
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        h={30}
        px={12}
        onClick={() => setOpened(true)}
        leftSection={<IconFlask size={16} stroke={1.7} aria-hidden="true" />}
      >
        {t('viewer.research.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('viewer.research.open')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <div className={css.move}>
          <p className="small soft">{t('viewer.research.note')}</p>
          <Checkbox
            label={t('viewer.research.freeText')}
            description={t('viewer.research.freeTextNote')}
            checked={choices.freeText}
            disabled={copy.isPending}
            onChange={(event) => choose({ freeText: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('viewer.research.origin')}
            description={t('viewer.research.originNote')}
            checked={choices.origin}
            disabled={copy.isPending}
            onChange={(event) => choose({ origin: event.currentTarget.checked })}
          />
          {saved && (
            <Notice tone="info" live>
              {t('viewer.research.saved')}
            </Notice>
          )}
          {copy.error !== null && <FailureLine words={words(copy.error)} />}
          <div className={css.actions}>
            <Button variant="default" onClick={close}>
              {t(saved ? 'common:close' : 'give.notNow')}
            </Button>
            <Button onClick={() => copy.mutate({ id, ...choices })} loading={copy.isPending}>
              {t('viewer.research.save')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
