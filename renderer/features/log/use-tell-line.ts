import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../electron/main/domain/log.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { tellLine } from '../../lib/tell-line.ts'

/** Tells a line of the log to whoever is at this window. */
export function useTellLine(): (line: LogLine) => string {
  const { t } = useTranslation('screens')
  const me = useMe()
  const names = useNames()
  // Who acts for a child is told of the child by its name.
  const acts = me.actedForUntil !== null
  const isMe = (address: string): boolean => address === me.signer || (!acts && address === me.address)
  return (line) =>
    tellLine(line, {
      say: (key, fill) => t(key as 'log.kinds.joined', fill ?? {}),
      called: (name, address) => (isMe(address) ? t('log.you') : names.plain(name, address)),
      reader: acts ? null : me.address,
    })
}
