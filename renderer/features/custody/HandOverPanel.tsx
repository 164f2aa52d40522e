import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconKey, IconSignature, IconUserCheck, IconUserX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Me } from '../../../electron/main/domain/session.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatLongDay } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FactList } from '../../ui/FactList.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row, Stack } from '../../ui/Rail.tsx'
import { useWords } from './use-words.ts'

/** Gives the records to another wallet: the patient's own, for good, or one that acts for them in this one's place. */
export function HandOverPanel({ me }: { readonly me: Me }) {
  const { t } = useWords()
  const names = useNames()
  const words = useFailureWords()
  const [to, setTo] = useState('')
  const [toOther, setToOther] = useState(false)
  const handOver = useAct('session.handOver')
  const passOn = useAct('session.passOn')
  if (me.signer === me.address) return null
  const way = me.actedForUntil === null ? 'own' : toOther ? 'other' : 'custodian'
  const act = way === 'other' ? passOn : handOver
  const fill = {
    name: names.plain(me.name, me.address),
    until: me.actedForUntil === null ? '' : formatLongDay(me.actedForUntil),
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    act.mutate({ to })
  }
  const title = t(`handOver.${way}.title`, fill)
  return (
    <Panel title={title}>
      <form onSubmit={submit} aria-label={title}>
        <Stack>
          {way !== 'own' && (
            <SegmentedControl
              aria-label={t('handOver.whose')}
              value={toOther ? 'other' : 'own'}
              onChange={(value) => setToOther(value === 'other')}
              data={[
                { value: 'own', label: t('handOver.theirs') },
                { value: 'other', label: t('handOver.another') },
              ]}
            />
          )}
          <FactList
            facts={[
              { icon: IconUserX, text: t(`handOver.${way}.means`, fill), tone: 'warn' },
              { icon: IconUserCheck, text: t(`handOver.${way}.next`, fill) },
              { icon: IconKey, text: t(`handOver.${way}.key`, fill) },
            ]}
          />
          <TextInput
            label={t('handOver.to')}
            placeholder="0x…"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            classNames={{ input: 'mono' }}
            spellCheck={false}
            autoComplete="off"
          />
          {act.error !== null && <FailureLine words={words(act.error)} />}
          <Row>
            <Button
              type="submit"
              disabled={to.trim() === ''}
              loading={act.isPending}
              leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
            >
              {t('handOver.sign')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Panel>
  )
}
