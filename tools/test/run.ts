import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { SUITES, type Suite } from './suites.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Some cases are shortened; `--full` runs them at the length that they have outside. */
const FULL = process.argv.includes('--full') ? { MEDICAL_CHAIN_FULL: '1' } : {}
const ENV = { ...process.env, ...FULL, NO_COLOR: '1', HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true' }

type Result = { readonly output: string; readonly code: number }

/** Runs one program; its output is shown as it comes and kept to count from. */
function run([program, ...args]: Suite['command']): Promise<Result> {
  return new Promise((done) => {
    let output = ''
    const child = spawn(program, args, { cwd: ROOT, env: ENV, stdio: ['ignore', 'pipe', 'pipe'] })
    const take = (piece: Buffer): void => {
      output += piece
      process.stdout.write(piece)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', (error) => done({ output: error.message, code: 1 }))
    child.once('close', (code) => done({ output, code: code ?? 1 }))
  })
}

const lines: string[] = []
const total = { passed: 0, failed: 0 }

for (const { name, command, count } of SUITES) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const { output, code } = await run(command)
  const { passed, failed } = count(output, code)
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  lines.push(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`)
}

console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
