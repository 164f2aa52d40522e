import type { LogKind, LogLine } from '../../../electron/main/domain/log.ts'

/** Kinds by what a person looks for. */
export const LOG_GROUPS = {
  views: ['record-viewed'],
  records: ['record-added', 'rekeyed', 'folders-opened', 'keys-offered'],
  access: ['access-requested', 'request-declined', 'access-given', 'access-removed'],
  emergency: [
    'emergency-plan-set',
    'guardian-accepted',
    'guardian-resigned',
    'emergency-requested',
    'emergency-approved',
    'emergency-vetoed',
    'emergency-opened',
    'emergency-extended',
    'emergency-closed',
    'emergency-reviewed',
    'emergency-drill-called',
    'emergency-drill-answered',
    'critical-card-set',
    'critical-card-viewed',
  ],
  people: [
    'registered',
    'claimed',
    'profile-updated',
    'suspended',
    'reinstated',
    'admin-appointed',
    'admin-dismissed',
    'successor-named',
    'custodian-set',
    'handed-over',
  ],
  keys: ['joined', 'key-published', 'device-trusted', 'device-distrusted'],
} as const satisfies Record<string, readonly LogKind[]>

export type LogGroup = keyof typeof LOG_GROUPS

/** Lines of a group that have every word in what they tell. */
export function filterLines(
  lines: readonly LogLine[],
  group: LogGroup | null,
  text: string,
  tell: (line: LogLine) => string,
): readonly LogLine[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const kinds: readonly LogKind[] | null = group === null ? null : LOG_GROUPS[group]
  if (words.length === 0 && kinds === null) return lines
  return lines.filter((line) => {
    if (kinds !== null && !kinds.includes(line.kind)) return false
    const told = words.length === 0 ? '' : tell(line).toLowerCase()
    return words.every((word) => told.includes(word))
  })
}
