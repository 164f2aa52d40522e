import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatCount } from '../../lib/format.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Status } from '../../ui/Status.tsx'

/** Compares the log on this computer with the chain, line by line. */
export function useVerifyLog() {
  return useAct('log.verify')
}

type Props = { readonly verify: ReturnType<typeof useVerifyLog> }

export function VerifyButton({ verify }: Props) {
  const { t } = useTranslation('screens')
  return (
    <>
      {verify.data?.whole === true && verify.data.witness !== 'differs' && (
        <span role="status">
          <Status tone="ok">
            {t('log.whole', { count: verify.data.lines, block: formatCount(verify.data.block) })}{' '}
            {t(`log.witness.${verify.data.witness}`)}
          </Status>
        </span>
      )}
      <Button
        variant="default"
        onClick={() => verify.mutate(undefined)}
        loading={verify.isPending}
        leftSection={<IconShieldCheck size={17} stroke={1.6} aria-hidden="true" />}
      >
        {t('log.verify')}
      </Button>
    </>
  )
}

export function VerifyTrouble({ verify }: Props) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  if (verify.error !== null) return <FailureLine words={words(verify.error)} />
  if (verify.data?.witness === 'differs') {
    return <FailureLine words={words({ code: 'E_CHAIN_DISPUTED', detail: {} })} />
  }
  if (verify.data === undefined || verify.data.whole) return null
  const { expected, found, block } = verify.data
  return (
    <Notice tone="bad" live>
      <strong>{t('log.differs', { block: formatCount(block) })}</strong>
      <br />
      <code className="mono">
        {t('log.proofs', { expected: expected.slice(0, 18), found: found.slice(0, 18) })}
      </code>
    </Notice>
  )
}
