import { app } from 'electron'
import { registerScheme } from './protocol.ts'
import { runApp } from './run-app.ts'

// Everything before `ready` is here; the rest is in run-app.ts.
process.umask(0o077)
app.enableSandbox()
registerScheme()

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(runApp)
} else {
  app.quit()
}
