import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { SUITES, type Suite } from './suites.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Some cases are shortened; `--full` runs them at the length that they have outside. */
const FULL = process.argv.includes('--full') ? { MEDICAL_CHAIN_FULL: '1' } : {}
/**
 * Node keeps what it has compiled for the next process, and glibc asks for large pages: on a virtual machine, deriving a key
 * from a passphrase in 128 MiB of small ones takes up to three times as long.
 */
const QUICK = {
  NODE_COMPILE_CACHE: join(ROOT, 'tools/.cache/compiled'),
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
}
const ENV = { ...process.env, ...FULL, ...QUICK, NO_COLOR: '1', HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true' }

type Result = { readonly output: string; readonly code: number; readonly seconds: number }

/** Runs one program; its output is kept to count from, and shown as it comes unless something else is shown meanwhile. */
function run({ command: [program, ...args], aside }: Suite): Promise<Result> {
  return new Promise((done) => {
    let output = ''
    const started = performance.now()
    const end = (code: number): void => done({ output, code, seconds: (performance.now() - started) / 1000 })
    const child = spawn(program, args, { cwd: ROOT, env: ENV, stdio: ['ignore', 'pipe', 'pipe'] })
    const take = (piece: Buffer): void => {
      output += piece
      if (!aside) process.stdout.write(piece)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', (error) => {
      output += error.message
      end(1)
    })
    child.once('close', (code) => end(code ?? 1))
  })
}

const lines: string[] = []
const total = { passed: 0, failed: 0 }

async function tell({ name, count }: Suite, result: Promise<Result>): Promise<void> {
  const { output, code, seconds } = await result
  const { passed, failed } = count(output, code)
  total.passed += passed
  total.failed += failed
  lines.push(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s`,
  )
}

const beside: (() => Promise<void>)[] = []
for (const suite of SUITES) {
  const result = run(suite)
  if (suite.aside) {
    beside.push(async () => {
      console.log(`\n── ${suite.name}\n${(await result).output}`)
      await tell(suite, result)
    })
    continue
  }
  console.log(`\n── ${suite.name}`)
  await tell(suite, result)
}
for (const end of beside) await end()

console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
