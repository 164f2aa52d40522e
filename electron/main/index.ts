import { app, dialog } from 'electron'
import startWords from '../../resources/locales/en/start.json'
import { Failure } from './domain/failure.ts'
import { registerScheme } from './protocol.ts'
import { runApp } from './run-app.ts'

// Everything before `ready` is here; the rest is in run-app.ts.
process.umask(0o077)
app.enableSandbox()
registerScheme()

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(runApp)
    .catch((error: unknown) => {
      // Without a window there is nobody to tell, so the system's own box says it.
      const { code } = Failure.from(error)
      dialog.showErrorBox(
        'Medical-Chain',
        `${startWords[code as keyof typeof startWords] ?? startWords.other} (${code})`,
      )
      app.exit(1)
    })
} else {
  app.quit()
}
