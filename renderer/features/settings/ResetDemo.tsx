import { Button, Modal } from '@mantine/core'
import { IconRefreshAlert } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useCall } from '../../lib/calls.ts'
import { Panel } from '../../ui/Panel.tsx'
import css from './Settings.module.css'

/** In the demo: starts over with a new clinic. What goes is said first. */
export function ResetDemo() {
  const { t } = useTranslation(['screens', 'common'])
  const { data: demo } = useCall('demo.people')
  const [opened, setOpened] = useState(false)
  const reset = useAct('demo.reset')
  if (!demo) return null
  return (
    <Panel title={t('demo.title')}>
      <div className={css.form}>
        <p className="small soft">{t('demo.note')}</p>
        <Button
          variant="default"
          onClick={() => setOpened(true)}
          leftSection={<IconRefreshAlert size={17} stroke={1.7} aria-hidden="true" />}
        >
          {t('demo.reset')}
        </Button>
      </div>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('demo.sure')}
        size={420}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <div className={css.form}>
          <p>{t('demo.gone')}</p>
          <div style={{ display: 'flex', gap: 8 }}>
            <Button variant="default" onClick={() => setOpened(false)} data-autofocus>
              {t('demo.keep')}
            </Button>
            <Button
              color="var(--mc-bad-fill)"
              onClick={() => reset.mutate(undefined)}
              loading={reset.isPending}
            >
              {t('demo.resetNow')}
            </Button>
          </div>
        </div>
      </Modal>
    </Panel>
  )
}
