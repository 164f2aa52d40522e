import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../tools/chain/anvil.ts'

const FOLDER = join(import.meta.dirname, '../../tools/.cache/js-ipfs')
const PACKAGE = 'ipfs@0.66.1'
const PROGRAM = join(FOLDER, 'node_modules/.bin/jsipfs')
const READY_MS = 60_000

/** Outside the lock file: it is old, and only tests ever run it. It takes some minutes. */
export function installJsIpfs(): void {
  if (existsSync(PROGRAM)) return
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n')
  run('npm', ['install', PACKAGE, '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: FOLDER })
}

function run(program: string, args: readonly string[], options: object): void {
  const { status, stderr } = spawnSync(program, args, { ...options, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
}

/** A js-ipfs daemon on loopback, without peers: a server of Kubo's RPC API that nobody here wrote. */
export async function startJsIpfs() {
  const repo = mkdtempSync(join(tmpdir(), 'medical-chain-js-ipfs-'))
  const env = { ...process.env, IPFS_PATH: repo }
  run(process.execPath, [PROGRAM, 'init', '--empty-repo'], { env })
  const port = await keepToItself(join(repo, 'config'))
  const daemon = spawn(process.execPath, [PROGRAM, 'daemon', '--offline'], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await answers(url, daemon)
  return {
    url,
    stop: async () => {
      const ended = new Promise((done) => daemon.once('exit', done))
      daemon.kill('SIGKILL')
      await ended
      rmSync(repo, { recursive: true, force: true })
    },
  }
}

async function keepToItself(file: string): Promise<number> {
  const config = JSON.parse(readFileSync(file, 'utf8'))
  const [api, gateway] = [await freePort(), await freePort()]
  config.Addresses = {
    ...config.Addresses,
    Swarm: [],
    API: `/ip4/127.0.0.1/tcp/${api}`,
    Gateway: `/ip4/127.0.0.1/tcp/${gateway}`,
    RPC: `/ip4/127.0.0.1/tcp/${await freePort()}`,
    Delegates: [],
  }
  config.Bootstrap = []
  config.Discovery = { MDNS: { Enabled: false }, webRTCStar: { Enabled: false } }
  config.Routing = { Type: 'none' }
  writeFileSync(file, JSON.stringify(config))
  return api
}

async function answers(url: string, daemon: ChildProcess): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; ) {
    if (daemon.exitCode !== null) throw new Error(`jsipfs ended with code ${daemon.exitCode}`)
    const answer = await fetch(`${url}/api/v0/version`, { method: 'POST' }).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error('jsipfs does not answer')
}
