/** The module `electron` as the app's main process imports it. A name missing here is an import error naming it. */
import { app } from './app.ts'
import { HostBrowserWindow } from './browser-window.ts'
import {
  clipboard,
  crashReporter,
  dialog,
  Notification,
  nativeImage,
  net,
  powerMonitor,
  screen,
  shell,
} from './desk.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { safeStorage } from './safe-storage.ts'
import { session } from './session.ts'
import { supplied } from './supplied.ts'
import { webContents } from './web-contents.ts'

const BrowserWindow = supplied('BrowserWindow', HostBrowserWindow)
const { protocol } = session.defaultSession

const electron: object = supplied('electron', {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
})

export {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
}
export default electron
// What `require('electron')` returns, so that both ways of loading share one set of objects.
export { electron as 'module.exports' }
