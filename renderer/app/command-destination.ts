import type { CommandId } from '../../electron/ipc/commands.ts'

/** Where a command leads, and what the page there should begin with. */
export type Destination = { readonly to: string; readonly ask?: string }

const PLACES: Partial<Record<CommandId, Destination>> = {
  settings: { to: '/settings' },
  about: { to: '/settings', ask: 'about' },
  'save-backup': { to: '/key', ask: 'backup' },
  'go-records': { to: '/records' },
  'go-access': { to: '/access' },
  'go-doctors': { to: '/doctors' },
  'go-patients': { to: '/patients' },
  'go-requests': { to: '/requests' },
  'go-overview': { to: '/overview' },
  'go-register-doctor': { to: '/register/doctor' },
  'go-register-patient': { to: '/register/patient' },
  'go-people': { to: '/people' },
  'go-log': { to: '/log' },
  'go-performance': { to: '/performance' },
  'go-key': { to: '/key' },
  'go-emergency': { to: '/emergency' },
  'give-access': { to: '/access/give' },
  'request-access': { to: '/patients', ask: 'request' },
  'verify-log': { to: '/log', ask: 'verify' },
}

const RECORD = /^\/(records|patients\/0x[0-9a-f]{40})\/\d+$/

export function destinationOf(id: CommandId, here: string): Destination | null {
  if (id === 'record-newer' || id === 'record-older') return RECORD.test(here) ? { to: here, ask: id } : null
  if (id !== 'add-record') return PLACES[id] ?? null
  // A doctor adds to the patient whose records are on screen, and chooses one first otherwise.
  const patient = /^\/patients\/0x[0-9a-f]{40}/.exec(here)?.[0]
  if (patient !== undefined) return { to: patient, ask: 'add' }
  return here.startsWith('/patients') ? { to: '/patients' } : { to: '/records', ask: 'add' }
}
