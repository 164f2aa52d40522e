import type { Settings } from '../../../electron/ipc/inputs.ts'
import type { LogLine } from '../../../electron/main/domain/log.ts'

export type OddRule = Settings['oddAccessOff'][number]

/** What one of the rules points out: the newest line it is about, and how many there are of the same two people. */
export type Odd = { readonly rule: OddRule; readonly line: LogLine; readonly count: number }

const DAYS = 30
const NIGHT_FROM = 22
const NIGHT_TO = 6
/** So many patients within an hour. */
const MANY = 10
const HOUR = 3600

const isAtNight = ({ at }: LogLine): boolean => {
  const hour = new Date(at * 1000).getHours()
  return hour >= NIGHT_FROM || hour < NIGHT_TO
}

const familyName = (name: string | null): string | null =>
  name?.trim().split(/\s+/).at(-1)?.toLowerCase() ?? null

const sharesName = ({ actor, patient, actorName, patientName }: LogLine): boolean => {
  const name = familyName(actorName)
  return actor !== patient && name !== null && name === familyName(patientName)
}

/**
 * Views of the last 30 days that are worth a look, by rules that anybody can read. None of them says that something was
 * wrong. @param lines newest first
 */
export function oddAccess(lines: readonly LogLine[], off: readonly OddRule[], now: number): Odd[] {
  const views = lines.filter(({ kind, at }) => kind === 'record-viewed' && at > now - DAYS * 24 * HOUR)
  const declined = lines.filter(({ kind }) => kind === 'request-declined')
  const wasDeclined = (view: LogLine): boolean =>
    declined.some(
      ({ subject, patient, at }) => subject === view.actor && patient === view.patient && at <= view.at,
    )
  const many = amongMany(views)
  const rules: readonly [OddRule, (view: LogLine) => boolean][] = [
    ['night', isAtNight],
    ['declined', wasDeclined],
    ['many', (view) => many.has(view)],
    ['name', sharesName],
  ]
  return rules
    .filter(([rule]) => !off.includes(rule))
    .flatMap(([rule, holds]) => together(rule, views.filter(holds)))
}

/** Views by which a reader has come to many patients within the hour before. @param views newest first */
function amongMany(views: readonly LogLine[]): Set<LogLine> {
  const found = new Set<LogLine>()
  for (const own of Map.groupBy(views, ({ actor }) => actor).values()) {
    const hour: LogLine[] = []
    for (const view of own.toReversed()) {
      hour.push(view)
      while (hour[0]!.at <= view.at - HOUR) hour.shift()
      if (new Set(hour.map(({ patient }) => patient)).size >= MANY) found.add(view)
    }
  }
  return found
}

/** One for each two people; for many patients in an hour, one for each reader. */
function together(rule: OddRule, views: readonly LogLine[]): Odd[] {
  const key = ({ actor, patient }: LogLine): string => (rule === 'many' ? actor : `${actor}/${patient}`)
  return [...Map.groupBy(views, key).values()].map((group) => ({
    rule,
    line: group[0]!,
    count: group.length,
  }))
}
