import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { locateElectron } from '../chromium-host/locate.mjs'
import { buildAll } from '../demo/build.ts'
import { openDemoClinic } from '../demo/clinic.ts'
import { prepareSurroundings } from '../demo/surroundings.ts'
import { median, seconds } from './measure.ts'

export type StartUp = { readonly seconds: number; readonly real: boolean; readonly version: string }

const ROOT = join(import.meta.dirname, '../..')
const ROUNDS = 3

/** From starting the program to the first screen with something on it, in a clinic that is already there. */
export async function measureStartUp(): Promise<StartUp> {
  if (!existsSync(join(ROOT, 'out/main/index.js'))) buildAll()
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-bench-'))
  const clinic = await openDemoClinic(join(folder, 'chain'))
  const surroundings = await prepareSurroundings(folder)
  const { executable, real } = locateElectron()
  const times: number[] = []
  let version = ''
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const args = [ROOT, `--user-data-dir=${join(folder, 'app')}`, `--network=${clinic.networkFile}`]
      const env = { ...surroundings.env, ELECTRON_HOST_HEADLESS: '1' }
      const launch = () =>
        _electron.launch({
          executablePath: executable,
          args: [...args, ...surroundings.flags],
          cwd: ROOT,
          env,
        })
      let app: Awaited<ReturnType<typeof launch>> | undefined
      const time = await seconds(async () => {
        app = await launch()
        await (await app.firstWindow()).waitForSelector('#root > :not(style)')
      })
      times.push(time)
      version =
        (await app?.evaluate(() => `${process.versions.electron}, Chromium ${process.versions.chrome}`)) ?? ''
      await app?.close()
    }
    return { seconds: median(times), real, version }
  } finally {
    await surroundings.stop()
    await clinic.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
