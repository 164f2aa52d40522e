import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'

type Props = {
  /** No backup exists yet. */
  readonly first: boolean
}

/** A sheet for the drawer: main makes it and asks where to. */
export function MakeKit({ first }: Props) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const save = useAct('backup.saveKit')
  return (
    <>
      <Button
        variant={first ? 'filled' : 'default'}
        onClick={() => save.mutate(undefined)}
        loading={save.isPending}
        leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden="true" />}
      >
        {t('kit.save')}
      </Button>
      <p className="small soft">{t(save.data?.saved === true ? 'kit.once' : 'kit.note')}</p>
      {save.error !== null && <FailureLine words={words(save.error)} />}
    </>
  )
}
