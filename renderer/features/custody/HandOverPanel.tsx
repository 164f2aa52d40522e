import { SegmentedControl } from '@mantine/core'
import { IconKey, IconUserCheck, IconUserX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Me } from '../../../electron/main/domain/session.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatLongDay } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { FactList } from '../../ui/FactList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { WalletForm } from '../../ui/WalletForm.tsx'
import { useWords } from './use-words.ts'

/** Gives the records to another wallet: the patient's own, for good, or one that acts for them in this one's place. */
export function HandOverPanel({ me }: { readonly me: Me }) {
  const { t } = useWords()
  const names = useNames()
  const words = useFailureWords()
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
  const title = t(`handOver.${way}.title`, fill)
  return (
    <Panel title={title}>
      <WalletForm
        title={title}
        label={t('handOver.to')}
        sign={t('handOver.sign')}
        busy={act.isPending}
        failure={act.error === null ? null : words(act.error)}
        onSign={(to) => act.mutate({ to })}
      >
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
      </WalletForm>
    </Panel>
  )
}
