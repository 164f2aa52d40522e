import { formatLongDay, formatSpan, NO_END } from '../../lib/format.ts'
import type { Act } from './read-request.ts'

export type Named = (address: string) => string

type Told = { readonly context: string; readonly values: Readonly<Record<string, string | number>> }

/** Fills the blanks of an act's sentence. `context` picks its wording, for example without an end. */
export function tellAct({ name, message }: Act, named: Named): Told {
  const person = (field: string): string => named(String(message[field] ?? ''))
  const until = Number(message.until ?? 0)
  const values = {
    account: person('account'),
    reader: person('reader'),
    patient: person('patient'),
    doctor: person('doctor'),
    custodian: person('custodian'),
    to: person('to'),
    until: until > 0 && until < NO_END ? formatLongDay(until) : '',
    count: listOf(message.views).length,
    records: Number(message.records ?? 0),
    threshold: Number(message.threshold ?? 0),
    guardians: listOf(message.guardians).length,
    duration: formatSpan(Number(message.duration ?? 0)),
  }
  return { context: contextOf(name, message, until), values }
}

function contextOf(name: Act['name'], message: Act['message'], until: number): string {
  const endless = until === 0 || until >= NO_END
  switch (name) {
    case 'AddRecord':
      return message.patient === message.author ? 'own' : 'other'
    case 'GiveAccess':
      return `${message.listedOnly === true ? 'listed' : message.mayAdd === true ? 'add' : 'read'}${endless ? 'Always' : ''}`
    case 'SetEmergencyPlan':
      return Number(message.threshold) === 0 ? 'end' : 'set'
    case 'SetCriticalCard':
      return /^0x0*$/.test(String(message.card)) ? 'end' : 'set'
    case 'ReviewEmergency':
      return ['fine', 'question'][Number(message.verdict) - 1] ?? 'misuse'
    case 'RegisterDoctor':
    case 'RegisterPatient':
    case 'RegisterReader':
    case 'RegisterDoctorByCode':
    case 'RegisterPatientByCode':
      return endless ? 'always' : 'until'
    default:
      return ''
  }
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
