import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import words from '../../resources/locales/en/commands.json'
import { COMMANDS, type Command, commandsFor, type MenuPlace } from '../ipc/commands.ts'
import type { Role } from './domain/person.ts'

/** Rebuilds the application menu from the one list of commands: what this person can't do now is greyed out. */
export function buildMenu(roles: readonly Role[], open: boolean, run: (id: string) => void): void {
  const usable = new Set(commandsFor(roles, open).map(({ id }) => id))
  const mine = (command: Command): boolean =>
    command.roles === undefined || roles.length === 0 || command.roles.some((role) => roles.includes(role))
  const items = (place: MenuPlace): MenuItemConstructorOptions[] =>
    (COMMANDS as readonly Command[])
      .filter((command) => command.menu === place && mine(command))
      .map(({ id, accelerator }) => ({
        id,
        label: words[id as keyof typeof words] as string,
        ...(accelerator === undefined ? {} : { accelerator }),
        enabled: usable.has(id),
        click: () => run(id),
      }))
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const template: MenuItemConstructorOptions[] = [
    ...mac,
    { label: words.menu.file, submenu: [...items('file'), { type: 'separator' }, { role: 'quit' }] },
    { label: words.menu.edit, role: 'editMenu' },
    {
      label: words.menu.view,
      submenu: [
        ...items('view'),
        { type: 'separator' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { label: words.menu.records, submenu: items('records') },
    { label: words.menu.window, role: 'windowMenu' },
    { label: words.menu.help, submenu: items('help') },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
