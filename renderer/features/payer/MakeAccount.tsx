import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './Payer.module.css'

/** An account of the clinic's own, for its network file to name. Only its address leaves this computer. */
export function MakeAccount({ made }: { readonly made: Address | null }) {
  const { t } = useTranslation(['screens', 'common'])
  const wordsOf = useFailureWords()
  const make = useAct('payer.makeAccount')
  if (made !== null)
    return (
      <div className={css.made}>
        <p className="small">{t('payer.made')}</p>
        <code className={css.address}>{made}</code>
        <CopyText text={made} label={t('payer.copy')} done={t('common:copied')} />
      </div>
    )
  return (
    <>
      <p className="tiny dim">{t('payer.makeNote')}</p>
      <div className={css.buttons}>
        <Button
          size="compact-sm"
          h={30}
          px={14}
          variant="default"
          loading={make.isPending}
          onClick={() => make.mutate(undefined)}
        >
          {t('payer.make')}
        </Button>
      </div>
      {make.error !== null && <FailureLine words={wordsOf(make.error)} />}
    </>
  )
}
