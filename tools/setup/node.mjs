import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { CACHE, ROOT, run, say } from './tell.mjs'

const wanted = () => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies.node

/**
 * Brings the Node that everything else runs under, from the npm package `node`, and puts it first on the path: npm run
 * by an older one would leave Hardhat's native package out without a word.
 *
 * @returns {Promise<NodeJS.ProcessEnv>} the environment for all that follows
 */
export async function ensureNode() {
  const version = wanted()
  const own = process.versions.node === version ? dirname(process.execPath) : await cachedNode(version)
  return { ...process.env, PATH: `${own}${delimiter}${process.env.PATH}` }
}

async function cachedNode(version) {
  const folder = join(CACHE, 'node')
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const binary = join(
    folder,
    'node_modules',
    name,
    process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
  )
  if (!existsSync(binary) || !(await run(binary, ['--version'])).includes(version)) {
    say(`bringing Node ${version} (this is ${process.versions.node})`)
    await run(
      'npm',
      ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${version}`],
      { cwd: folder },
    )
  }
  return dirname(binary)
}
