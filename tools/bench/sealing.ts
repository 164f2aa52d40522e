import { randomFillSync } from 'node:crypto'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isInstalled, median, run, seconds } from './measure.ts'

export type Sealing = {
  readonly megabytes: number
  /** MB/s, median of the rounds. */
  readonly rates: Readonly<Record<Rate, number | null>>
  readonly peakMiB: number
  readonly idleMiB: number
  readonly versions: readonly string[]
}
export type Rate = 'seal' | 'open' | 'aes' | 'sha' | 'ageSeal' | 'ageOpen'

const ROUNDS = 3
const MEGABYTE = 1_000_000

/** Seals and opens one file, between runs of `openssl speed` and `age` on the same machine. */
export async function measureSealing(bytes: number): Promise<Sealing> {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-bench-'))
  try {
    const path = join(folder, 'content')
    await writeRandom(path, bytes)
    const withAge = isInstalled('age')
    const rates: Record<Rate, number[]> = { seal: [], open: [], aes: [], sha: [], ageSeal: [], ageOpen: [] }
    const memory: { idleKiB: number; peakKiB: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = JSON.parse(
        run(process.execPath, [join(import.meta.dirname, 'seal-child.ts'), path, folder]),
      )
      rates.seal.push(bytes / child.sealed / MEGABYTE)
      rates.open.push(bytes / child.opened / MEGABYTE)
      memory.push(child)
      rates.aes.push(opensslSpeed(['-evp', 'aes-256-gcm']))
      rates.sha.push(opensslSpeed(['-evp', 'sha256']))
      if (withAge) await ageRound(folder, path, bytes, rates)
    }
    const middle = (values: number[]): number | null => (values.length === 0 ? null : median(values))
    return {
      megabytes: bytes / MEGABYTE,
      rates: Object.fromEntries(
        Object.entries(rates).map(([name, all]) => [name, middle(all)]),
      ) as Sealing['rates'],
      peakMiB: Math.max(...memory.map(({ peakKiB }) => peakKiB)) / 1024,
      idleMiB: Math.max(...memory.map(({ idleKiB }) => idleKiB)) / 1024,
      versions: [
        run('openssl', ['version']).trim(),
        ...(withAge ? [`age ${run('age', ['--version']).trim()}`] : []),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeRandom(path: string, bytes: number): Promise<void> {
  const piece = 4 * 1024 * 1024
  const pieces = (function* () {
    for (let left = bytes; left > 0; left -= piece) yield randomFillSync(Buffer.alloc(Math.min(piece, left)))
  })()
  return pipeline(Readable.from(pieces), createWriteStream(path))
}

/** MB/s over blocks of 1 MiB, the size of our segments. */
function opensslSpeed(args: readonly string[]): number {
  const output = run('openssl', ['speed', '-mr', '-elapsed', '-seconds', '3', '-bytes', '1048576', ...args])
  const line = output.split('\n').find((text) => text.startsWith('+F:'))
  if (line === undefined) throw new Error(`openssl speed said ${output}`)
  return Number(line.split(':').at(-1)) / MEGABYTE
}

async function ageRound(
  folder: string,
  path: string,
  bytes: number,
  rates: Record<'ageSeal' | 'ageOpen', number[]>,
): Promise<void> {
  const [identity, sealed, opened] = ['identity', 'age', 'opened'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  rmSync(identity, { force: true })
  run('age-keygen', ['-o', identity])
  const recipient = run('age-keygen', ['-y', identity]).trim()
  const seal = await seconds(() => run('age', ['-r', recipient, '-o', sealed, path]))
  const open = await seconds(() => run('age', ['-d', '-i', identity, '-o', opened, sealed]))
  rates.ageSeal.push(bytes / seal / MEGABYTE)
  rates.ageOpen.push(bytes / open / MEGABYTE)
  rmSync(sealed)
  rmSync(opened)
}
