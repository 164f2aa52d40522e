import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Onboarding.module.css'

/** The way back for somebody whose profile here does not open: a new start, with their backup. */
export function LostWay({ address }: { readonly address: Address }) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  const [opened, setOpened] = useState(false)
  const act = useAct('session.setAside')
  return (
    <>
      <TextButton onClick={() => setOpened(true)}>{t('lost.open')}</TextButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('lost.title')}
        size={440}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <div className={css.form}>
          <p className="soft">{t('lost.note')}</p>
          <p className="soft">{t('lost.waits')}</p>
          {act.error !== null && <FailureLine words={words(act.error)} />}
          <Button onClick={() => act.mutate({ address })} loading={act.isPending}>
            {t('lost.do')}
          </Button>
        </div>
      </Modal>
    </>
  )
}
