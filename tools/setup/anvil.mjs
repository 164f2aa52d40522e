import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, run, SetupError, say } from './tell.mjs'

const VERSION = '1.7.1'
const NAME = '@foundry-rs/anvil'

/** What was reviewed. A platform that is not here has the exact version and the registry's own integrity alone. */
const INTEGRITY = {
  [NAME]: 'sha512-rcy+hu8e90DNizfh5WpbJjMiadgDBtV3JHe2M6OsdmIzoDH77Gk0sVgNxr7LnBiKpkzt6pV2XEOI7XMXmJo1Kg==',
  [`${NAME}-linux-amd64`]:
    'sha512-+XmShybEaxfCrr0OUUZwYEy2OnYZt5pHH9TzBtLv3+VrK0O/ANuNSVEahqNhKHlgX7GRJ59383ofNhxkRWIYTg==',
}

/** The demo's and the tests' chain. It stays out of the lock file: its registry lags for some platforms. */
export async function ensureAnvil(env) {
  const folder = join(CACHE, 'anvil')
  const lock = join(folder, 'package-lock.json')
  const installed = existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {}
  if (installed[`node_modules/${NAME}`]?.version === VERSION) return
  say(`bringing anvil ${VERSION}`)
  await run(
    'npm',
    [
      'install',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--save-exact',
      `${NAME}@${VERSION}`,
    ],
    { env, cwd: folder },
  )
  const { packages } = JSON.parse(readFileSync(lock, 'utf8'))
  for (const [name, expected] of Object.entries(INTEGRITY)) {
    const found = packages[`node_modules/${name}`]?.integrity
    if (found !== undefined && found !== expected)
      throw new SetupError(`${name} is not the package that was reviewed.`)
  }
}
