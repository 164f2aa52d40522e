import type { Role } from '../main/domain/person.ts'

/** Where a command stands in the application menu. */
export type MenuPlace = 'file' | 'view' | 'records' | 'help'

export type Command = {
  readonly id: string
  /** Electron's accelerator; the shortcut sheet and the palette show the same. */
  readonly accelerator?: string
  readonly menu?: MenuPlace
  /** Who has it; everybody where left out. */
  readonly roles?: readonly Role[]
  /** Whether it works while no vault is open. */
  readonly locked?: boolean
}

/**
 * Everything a person can tell the app to do from menu, palette or keyboard. One list, so that they can't drift
 * apart; the words stand in `resources/locales`.
 */
export const COMMANDS = [
  { id: 'add-record', accelerator: 'CmdOrCtrl+N', menu: 'file', roles: ['patient', 'doctor'] },
  { id: 'save-backup', menu: 'file', roles: ['patient', 'doctor', 'reader', 'admin'] },
  { id: 'lock', accelerator: 'CmdOrCtrl+L', menu: 'file' },
  { id: 'settings', accelerator: 'CmdOrCtrl+,', menu: 'file' },
  { id: 'palette', accelerator: 'CmdOrCtrl+K', menu: 'view' },
  { id: 'go-records', accelerator: 'CmdOrCtrl+1', menu: 'view', roles: ['patient'] },
  { id: 'go-access', accelerator: 'CmdOrCtrl+2', menu: 'view', roles: ['patient'] },
  { id: 'go-doctors', accelerator: 'CmdOrCtrl+3', menu: 'view', roles: ['patient'] },
  { id: 'go-patients', accelerator: 'CmdOrCtrl+1', menu: 'view', roles: ['doctor', 'reader'] },
  { id: 'go-requests', accelerator: 'CmdOrCtrl+4', menu: 'view', roles: ['patient', 'doctor'] },
  { id: 'go-overview', accelerator: 'CmdOrCtrl+1', menu: 'view', roles: ['admin'] },
  { id: 'go-register-doctor', accelerator: 'CmdOrCtrl+2', menu: 'view', roles: ['admin'] },
  { id: 'go-register-patient', accelerator: 'CmdOrCtrl+3', menu: 'view', roles: ['admin'] },
  { id: 'go-people', accelerator: 'CmdOrCtrl+4', menu: 'view', roles: ['admin'] },
  { id: 'go-log', accelerator: 'CmdOrCtrl+5', menu: 'view' },
  { id: 'go-key', accelerator: 'CmdOrCtrl+6', menu: 'view' },
  { id: 'go-emergency', accelerator: 'CmdOrCtrl+7', menu: 'view' },
  { id: 'go-performance', accelerator: 'CmdOrCtrl+8', menu: 'view', roles: ['admin'] },
  { id: 'discreet', accelerator: 'CmdOrCtrl+Shift+D', menu: 'view' },
  { id: 'appearance-light', menu: 'view', locked: true },
  { id: 'appearance-dark', menu: 'view', locked: true },
  { id: 'appearance-system', menu: 'view', locked: true },
  { id: 'record-newer', accelerator: 'Alt+Up', menu: 'records', roles: ['patient', 'doctor', 'reader'] },
  { id: 'record-older', accelerator: 'Alt+Down', menu: 'records', roles: ['patient', 'doctor', 'reader'] },
  { id: 'give-access', accelerator: 'CmdOrCtrl+G', menu: 'records', roles: ['patient'] },
  { id: 'request-access', accelerator: 'CmdOrCtrl+R', menu: 'records', roles: ['doctor'] },
  { id: 'verify-log', menu: 'records' },
  { id: 'waiting', accelerator: 'CmdOrCtrl+J', menu: 'records' },
  { id: 'shortcuts', accelerator: 'CmdOrCtrl+/', menu: 'help', locked: true },
  { id: 'about', menu: 'help', locked: true },
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

export const commandsFor = (roles: readonly Role[], open: boolean): readonly Command[] =>
  (COMMANDS as readonly Command[]).filter(
    (command) =>
      (open || command.locked === true) &&
      (command.roles === undefined || command.roles.some((role) => roles.includes(role))),
  )
