import { createContext, useContext } from 'react'
import type { CommandId } from '../../electron/ipc/commands.ts'

/** Runs a command, whether it came from menu, palette, keyboard or a button. */
export type RunCommand = (id: CommandId) => void

export const CommandsContext = createContext<RunCommand>(() => undefined)
export const useRunCommand = (): RunCommand => useContext(CommandsContext)

/** An accelerator in the words on the keys. */
export function keysOf(accelerator: string, mac: boolean): string {
  return accelerator
    .replace('CmdOrCtrl', mac ? '⌘' : 'Ctrl')
    .replace('Alt', mac ? '⌥' : 'Alt')
    .replace('Up', '↑')
    .replace('Down', '↓')
    .split('+')
    .join(mac ? '' : ' ')
}

export const isMac = (): boolean => navigator.userAgent.includes('Mac')
