const modifiers: Record<string, string> = {
  ctrl: 'ctrl',
  control: 'ctrl',
  cmdorctrl: 'ctrl',
  commandorcontrol: 'ctrl',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  shift: 'shift',
  super: 'meta',
  meta: 'meta',
  cmd: 'meta',
  command: 'meta',
}

/** Electron's key names beside the DOM's `event.key`, both in lower case. */
const keys: Record<string, string> = {
  plus: '+',
  space: ' ',
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

const order = ['ctrl', 'alt', 'shift', 'meta']

/** `CmdOrCtrl+Shift+K` as the page's listener spells it: `ctrl+shift+k`. */
export function toCombination(accelerator: string): string {
  const parts = accelerator.toLowerCase().split('+').filter(Boolean)
  const held = new Set(parts.map((part) => modifiers[part]).filter((name) => name !== undefined))
  const key = parts.find((part) => !(part in modifiers)) ?? '+'
  return [...order.filter((name) => held.has(name)), keys[key] ?? key].join('+')
}
