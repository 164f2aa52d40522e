import { Button, TextInput } from '@mantine/core'
import { IconKey, IconSignature, IconUserCheck, IconUserX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../electron/main/domain/session.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useNames } from '../../lib/names.ts'
import { FactList } from '../../ui/FactList.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row, Stack } from '../../ui/Rail.tsx'

/** Gives the records to the patient's own wallet, for good: from who acts for them or, later, from a wallet of their own. */
export function HandOverPanel({ me }: { readonly me: Me }) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const words = useFailureWords()
  const [to, setTo] = useState('')
  const handOver = useAct('session.handOver')
  if (me.signer === me.address) return null
  const from = me.actedForUntil === null ? 'own' : 'custodian'
  const fill = { name: names.plain(me.name, me.address) }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    handOver.mutate({ to })
  }
  const title = t(`custody.handOver.${from}.title`, fill)
  return (
    <Panel title={title}>
      <form onSubmit={submit} aria-label={title}>
        <Stack>
          <FactList
            facts={[
              { icon: IconUserX, text: t(`custody.handOver.${from}.means`, fill), tone: 'warn' },
              { icon: IconUserCheck, text: t(`custody.handOver.${from}.next`, fill) },
              { icon: IconKey, text: t(`custody.handOver.${from}.key`, fill) },
            ]}
          />
          <TextInput
            label={t('custody.handOver.to')}
            placeholder="0x…"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            classNames={{ input: 'mono' }}
            spellCheck={false}
            autoComplete="off"
          />
          {handOver.error !== null && <FailureLine words={words(handOver.error)} />}
          <Row>
            <Button
              type="submit"
              disabled={to.trim() === ''}
              loading={handOver.isPending}
              leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
            >
              {t('custody.handOver.sign')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Panel>
  )
}
