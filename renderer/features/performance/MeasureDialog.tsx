import { Button, Checkbox, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import type { MeasureState, TopRate } from '../../../electron/main/domain/measurement.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatCount, formatDuration } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './Measure.module.css'

type Props = Pick<MeasureState, 'plans' | 'inUse'> & { readonly onClose: () => void }

/** How far to go. What it sends, what stays and whom it may keep waiting is said first. */
export function MeasureDialog({ plans, inUse, onClose }: Props) {
  const { t } = usePerformanceWords()
  const words = useFailureWords()
  const [top, setTop] = useState<TopRate>(32)
  const [confirmed, setConfirmed] = useState(false)
  const measure = useAct('performance.measure')
  const plan = plans.find((each) => each.top === top)!
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('measure.open')}
      size={480}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          measure.mutate({ top, confirmed }, { onSuccess: onClose })
        }}
      >
        <Select
          label={t('measure.upTo')}
          allowDeselect={false}
          value={String(top)}
          disabled={measure.isPending}
          onChange={(value) => setTop(Number(value) as TopRate)}
          data={plans.map((each) => ({
            value: String(each.top),
            label: t('measure.rate', { count: each.top }),
          }))}
        />
        <p className="small soft">
          {t('measure.sends', {
            acts: formatCount(plan.acts),
            time: formatDuration(1000 * plan.seconds),
            gas: formatCount(plan.gas),
          })}
        </p>
        <p className="small soft">{t('measure.stays')}</p>
        {inUse && (
          <>
            <Notice tone="warn">{t('measure.inUse')}</Notice>
            <Checkbox
              label={t('measure.confirm')}
              checked={confirmed}
              disabled={measure.isPending}
              onChange={(event) => setConfirmed(event.currentTarget.checked)}
            />
          </>
        )}
        {measure.error !== null && <FailureLine words={words(measure.error)} />}
        <div className={css.actions}>
          <p className="small soft">{t('measure.signs')}</p>
          <Button type="submit" disabled={inUse && !confirmed} loading={measure.isPending}>
            {t('measure.start')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
