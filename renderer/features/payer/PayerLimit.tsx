import { Button, Modal, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { coinsOf, smallestUnitsOf } from '../../lib/format.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './Payer.module.css'

type Props = { readonly limit: string; readonly opened: boolean; readonly onClose: () => void }

/** How much this computer may spend from the clinic's account in one day. */
export function PayerLimit({ limit, opened, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const wordsOf = useFailureWords()
  const [value, setValue] = useState<number | string>(coinsOf(limit))
  const act = useAct('payer.setLimit')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('payer.limit')}
      size={440}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        className={css.root}
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate({ limit: smallestUnitsOf(Number(value)) }, { onSuccess: onClose })
        }}
      >
        <NumberInput
          label={t('payer.limit')}
          description={t('payer.limitNote')}
          value={value}
          onChange={setValue}
          min={0}
          max={1_000_000}
          decimalScale={6}
          w="100%"
          data-autofocus
        />
        {act.error !== null && <FailureLine words={wordsOf(act.error)} />}
        <div className={css.buttons}>
          <Button type="submit" disabled={value === ''} loading={act.isPending}>
            {t('payer.setLimit')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
