// The least that Electron can show: one window with one button, served by a scheme of the app's own as ours is.
import { app, BrowserWindow, protocol } from 'electron'

const PAGE = '<!doctype html><title>Bare</title><div id="root"><button type="button">Go</button></div>'

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])
app.on('window-all-closed', () => app.quit())
// Not awaited: Electron is ready only after this module has run.
app.whenReady().then(() => {
  protocol.handle('app', () => new Response(PAGE, { headers: { 'content-type': 'text/html' } }))
  return new BrowserWindow({ width: 1280, height: 800 }).loadURL('app://bare/index.html')
})
