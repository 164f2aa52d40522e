import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './AddRecords.module.css'
import { StagedFiles } from './StagedFiles.tsx'
import type { useAddRecords } from './use-add-records.ts'

type Props = {
  readonly adding: ReturnType<typeof useAddRecords>
  /** Work that is already under way stands beside the drop zone. */
  readonly children?: ReactNode
}

/** Where files are dropped or chosen. The whole page takes a drop; this shows it. */
export function AddRecords({ adding, children }: Props) {
  const { t } = useTranslation('screens')
  const over = useDrop(adding.drop)
  const words = useFailureWords()
  return (
    <section className={css.root} aria-label={t('add.label')}>
      <div className={css.top}>
        <div className={css.zone} data-over={over || undefined}>
          <IconUpload size={22} stroke={1.6} aria-hidden="true" />
          <div className={css.words}>
            <strong>{t('add.drop')}</strong>
            <span className="tiny dim">{t('add.accepted')}</span>
          </div>
          <Button size="compact-sm" h={30} px={14} variant="default" onClick={() => void adding.choose()}>
            {t('add.choose')}
          </Button>
        </div>
        <div className={css.jobs}>{children}</div>
      </div>
      {adding.failure !== null && <FailureLine words={words(adding.failure)} />}
      {adding.staged.length > 0 && <StagedFiles adding={adding} />}
    </section>
  )
}

/** Takes files that are dropped or pasted anywhere on the page. True while some are held over it. */
export function useDrop(take: (files: readonly File[]) => Promise<void>): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) void take(files)
    }
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) void take(files)
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [take])
  return over
}
