import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../electron/main/domain/log.ts'
import { formatDay, NO_END } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'

/** Tells a line of the log as a sentence. */
export function useTellLine(): (line: LogLine) => string {
  const { t } = useTranslation('screens')
  const me = useMe()
  const names = useNames()
  return (line) => {
    const called = (name: string | null, address: string | null): string =>
      address === null ? '' : address === me.address ? t('log.you') : names.plain(name, address)
    const first = line.kind === 'admin-appointed' && (line.subject === null || /^0x0+$/.test(line.actor))
    const own = line.patient === line.actor
    const until = line.until ?? 0
    const ended = until > 0 && until < NO_END
    const mine = line.patient === me.address
    const sentence = t(
      `log.kinds.${line.kind}${wordingOf(line, { own, first, mine })}` as 'log.kinds.joined',
      {
        actor:
          first && line.subject !== null
            ? called(line.subjectName, line.subject)
            : called(line.actorName, line.actor),
        subject: called(line.subjectName, line.subject),
        patient: called(line.patientName, line.patient),
        title:
          line.recordTitle ??
          (line.folders[0] === IDENTITY
            ? t('log.profile')
            : t('log.record', { number: line.recordId ?? '' })),
        until: ended ? formatDay(until) : t('access.noEnd').toLowerCase(),
      },
    )
    return sentence.charAt(0).toUpperCase() + sentence.slice(1)
  }
}

/** The folder of the identity profile. */
const IDENTITY = 0

type About = { readonly own: boolean; readonly first: boolean; readonly mine: boolean }

/** Some lines have a wording of their own, for what one did alone or what happened to one's own. */
function wordingOf({ kind }: LogLine, { own, first, mine }: About): string {
  if (kind === 'record-added') return own ? '_own' : ''
  if (kind === 'record-viewed' || kind === 'rekeyed') return mine ? '_own' : ''
  return first ? '_alone' : ''
}
