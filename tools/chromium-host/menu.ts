import type { MenuItemConstructorOptions } from 'electron'
import { toCombination } from './accelerator.ts'
import { HostEmitter } from './events.ts'
import { lifecycle } from './lifecycle.ts'
import { type Role, roles } from './menu-roles.ts'
import { Guarded, supplied } from './supplied.ts'
import { allContents, type HostWebContents } from './web-contents.ts'
import { focusedWindow } from './windows.ts'

type Options = MenuItemConstructorOptions
let lastCommandId = 0

export class HostMenuItem extends Guarded {
  readonly commandId: number
  readonly id: string
  readonly role: string | undefined
  readonly type: NonNullable<Options['type']>
  readonly submenu: HostMenu | undefined
  readonly accelerator: string | undefined
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  private readonly clicked: Options['click']

  constructor(options: Options) {
    super('MenuItem')
    const role = options.role ? roles[options.role.toLowerCase()] : undefined
    lastCommandId += 1
    this.commandId = lastCommandId
    this.id = options.id ?? ''
    this.role = options.role?.toLowerCase()
    this.label = options.label ?? role?.label ?? ''
    this.accelerator = options.accelerator ?? role?.accelerator
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.clicked = options.click
    const { submenu } = options
    this.submenu = Array.isArray(submenu)
      ? HostMenu.buildFromTemplate(submenu)
      : (submenu as unknown as HostMenu | undefined)
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
  }

  /** What choosing the item does: its role, else its `click`. */
  click(event: unknown = {}, window: unknown = focusedWindow(), contents?: HostWebContents): void {
    if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked
    const role: Role | undefined = this.role ? roles[this.role] : undefined
    if (role?.run) role.run(contents ?? focusedWindow()?.webContents)
    else this.clicked?.(this as never, window as never, event as never)
  }
}

export class HostMenu extends HostEmitter {
  readonly items: HostMenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
  }

  static buildFromTemplate(template: (Options | HostMenuItem)[]): HostMenu {
    const menu = new HostMenu()
    for (const item of template)
      menu.append(item instanceof HostMenuItem ? item : new HostMenuItem(item as Options))
    return menu
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu
    for (const contents of allContents()) tell(contents)
  }

  static getApplicationMenu(): HostMenu | null {
    return applicationMenu
  }

  append(item: HostMenuItem): void {
    this.items.push(item)
  }

  insert(position: number, item: HostMenuItem): void {
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): HostMenuItem | null {
    return everyItem(this).find((item) => item.id === id) ?? null
  }

  /** Nobody is there to choose, so the menu closes again at once, as when the user clicks elsewhere. */
  popup({ callback }: { callback?: () => void } = {}): void {
    this.emit('menu-will-show', {})
    setImmediate(() => {
      this.emit('menu-will-close', {})
      callback?.()
    })
  }

  closePopup(): void {}
}

let applicationMenu: HostMenu | null = null

const everyItem = (menu: HostMenu): HostMenuItem[] =>
  menu.items.flatMap((item) => [item, ...(item.submenu ? everyItem(item.submenu) : [])])

/** Tells a page which keys belong to the menu; whether an item is enabled is asked when its key is pressed. */
function tell(contents: HostWebContents): void {
  const keys = (applicationMenu ? everyItem(applicationMenu) : [])
    // Editing keys are Chromium's own; taking them away would break typing.
    .filter(({ accelerator, role }) => accelerator && !(role && roles[role]?.byBrowser))
    .map(({ commandId, accelerator }) => ({ id: commandId, combination: toCombination(accelerator!) }))
  contents.post({ kind: 'accelerators', keys })
}

lifecycle.on('contents-opened', (contents) => tell(contents as HostWebContents))
lifecycle.on('accelerator', (contents, id) => {
  const item = applicationMenu && everyItem(applicationMenu).find(({ commandId }) => commandId === id)
  if (item?.enabled)
    item.click({ triggeredByAccelerator: true }, focusedWindow(), contents as HostWebContents)
})

export const Menu = supplied('Menu', HostMenu)
export const MenuItem = supplied('MenuItem', HostMenuItem)
