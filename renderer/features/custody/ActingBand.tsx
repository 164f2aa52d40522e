import { IconUserShield } from '@tabler/icons-react'
import { Trans } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { formatLongDay } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useWords } from './use-words.ts'

/** Under the top bar while somebody acts for somebody else: for whom, and until when. */
export function ActingBand() {
  const { t } = useWords()
  const me = useMe()
  const names = useNames()
  const change = useAct('session.signIn')
  if (me.actedForUntil === null) return null
  const over = me.actedForUntil * 1000 <= Date.now()
  return (
    <Notice
      tone={over ? 'warn' : 'info'}
      icon={IconUserShield}
      wide
      live={over}
      action={me.hasOthers && <TextButton onClick={() => change.mutate(undefined)}>{t('change')}</TextButton>}
    >
      <span data-private>
        <Trans
          t={t}
          i18nKey={over ? 'over' : 'band'}
          values={{ name: names.plain(me.name, me.address), until: formatLongDay(me.actedForUntil) }}
          components={{ b: <strong /> }}
        />
      </span>
    </Notice>
  )
}
