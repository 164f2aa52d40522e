import type { LogLine } from '../../electron/main/domain/log.ts'
import { IDENTITY } from './folder-name.ts'
import { formatDay, NO_END } from './format.ts'

type Teller = {
  /** A text of the namespace `screens`. */
  readonly say: (key: string, fill?: Record<string, unknown>) => string
  readonly called: (name: string | null, address: string) => string
  /** Whose records need no name, since it is their own log. */
  readonly reader: string | null
}

/** A line of the log as a sentence. */
export function tellLine(line: LogLine, { say, called, reader }: Teller): string {
  const nameOf = (name: string | null, address: string | null): string =>
    address === null ? '' : called(name, address)
  const first = line.kind === 'admin-appointed' && (line.subject === null || /^0x0+$/.test(line.actor))
  const own = line.patient === line.actor
  const until = line.until ?? 0
  const ends = until > 0 && until < NO_END
  const mine = line.patient !== null && line.patient === reader
  const sentence = say(`log.kinds.${line.kind}${wordingOf(line, { own, first, mine, ends })}`, {
    actor:
      first && line.subject !== null
        ? nameOf(line.subjectName, line.subject)
        : nameOf(line.actorName, line.actor),
    subject: nameOf(line.subjectName, line.subject),
    patient: nameOf(line.patientName, line.patient),
    title:
      line.recordTitle ??
      (line.folders[0] === IDENTITY
        ? say('log.profile')
        : say('log.record', { number: line.recordId ?? '' })),
    until: ends ? formatDay(until) : say('access.noEnd').toLowerCase(),
  })
  const told = sentence.charAt(0).toUpperCase() + sentence.slice(1)
  return line.signer === null
    ? told
    : say('log.signedFor', { told, signer: nameOf(line.signerName, line.signer) })
}

type About = {
  readonly own: boolean
  readonly first: boolean
  readonly mine: boolean
  readonly ends: boolean
}

/** Some lines have a wording of their own, for what one did alone or what happened to one's own. */
function wordingOf({ kind, listedOnly }: LogLine, { own, first, mine, ends }: About): string {
  if (kind === 'record-added') return own ? '_own' : ''
  if (kind === 'record-viewed' || kind === 'rekeyed') return mine ? '_own' : ''
  if (kind === 'access-given') return listedOnly ? '_listed' : ''
  if (kind === 'registered') return ends ? '_until' : ''
  return first ? '_alone' : ''
}
