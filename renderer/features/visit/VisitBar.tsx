import { Button } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import css from './VisitBar.module.css'

/** Says on every page that this computer is not the visitor's own, and where the visit ends. */
export function VisitBar({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation('screens')
  return (
    <aside className={css.root} aria-label={t('visit.bar')} data-region tabIndex={-1}>
      <p>
        <strong>{t('visit.bar')}</strong> {t('visit.barNote')}
      </p>
      <Button
        size="compact-sm"
        h={30}
        px={14}
        onClick={onEnd}
        leftSection={<IconDoorExit size={16} stroke={1.7} aria-hidden="true" />}
      >
        {t('visit.end')}
      </Button>
    </aside>
  )
}
