import { readFile } from 'node:fs/promises'
import { arch, cpus, release, totalmem, type } from 'node:os'
import { join, parse } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { About } from '../ipc/contract.ts'
import { isKeychainSafe, safeStorageKeychain } from './adapters/keychain-safe-storage.ts'
import { saveFiles } from './adapters/saved-files.ts'
import { Failure } from './domain/failure.ts'
import type { Machine } from './domain/measurement.ts'
import { MEDIA_TYPES } from './domain/record.ts'
import type { Parts } from './handlers/parts.ts'

/** The demo's launcher starts over with a new clinic when the app ends so. */
export const RESET_EXIT_CODE = 75

/** Dialogs, files and facts that need Electron itself. */
export function createShell(window: () => BrowserWindow | null): Parts['shell'] {
  const isHost = 'chromium-host' in process.versions
  return {
    about: async (): Promise<About> => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
      node: process.versions.node,
      host: isHost,
      dataFolder: app.getPath('userData'),
      keychain: await safeStorageKeychain.backend(),
      keychainSafe: await isKeychainSafe(),
    }),
    machine: async (): Promise<Machine> => ({
      app: app.getVersion(),
      electron: isHost ? '' : (process.versions.electron ?? ''),
      chromium: process.versions.chrome ?? '',
      node: process.versions.node,
      system: `${type()} ${release()} ${arch()}`,
      processor: cpus()[0]?.model.trim() ?? '',
      processors: cpus().length,
      memory: totalmem(),
    }),
    resetDemo: () => app.exit(RESET_EXIT_CODE),
    chooseFiles: async () => {
      const extensions = Object.values(MEDIA_TYPES).flat()
      const { canceled, filePaths } = await dialog.showOpenDialog(window()!, {
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'Records', extensions }],
      })
      return canceled ? [] : filePaths
    },
    saveFile: async (name, bytes, beside) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window()!, { defaultPath: name })
      if (canceled || filePath === '') return false
      const { dir, name: chosen } = parse(filePath)
      const second = beside && { path: join(dir, `${chosen}.${beside.ending}`), bytes: beside.bytes }
      await saveFiles({ path: filePath, bytes }, second)
      return true
    },
    readFile: () => readOne({ name: 'Key backup', extensions: ['p12', 'pfx'] }),
    // geth's own files have no ending.
    readWalletFile: () => readOne({ name: 'Wallet', extensions: ['json', '*'] }),
    readNetworkFile: () => readOne({ name: 'Network file', extensions: ['json'] }),
  }

  async function readOne(filter: Electron.FileFilter): Promise<Uint8Array> {
    return Uint8Array.from(await readFile(await chooseOne(filter)))
  }

  async function chooseOne(filter: Electron.FileFilter): Promise<string> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window()!, {
      properties: ['openFile'],
      filters: [filter],
    })
    const [path] = filePaths
    if (canceled || path === undefined) throw new Failure('E_CANCELLED')
    return path
  }
}
