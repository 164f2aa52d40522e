import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '../domain/failure.ts'

const ROTATE_AT = 2 * 1024 * 1024

/** The engineers' log: codes and causes, one JSON line each. Details are left out, since they can name people. */
export function createLog(folder: string): { failure: (failure: Failure, call: string) => void } {
  const file = join(folder, 'main.log')
  return {
    failure: (failure, call) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (existsSync(file) && statSync(file).size > ROTATE_AT) renameSync(file, `${file}.1`)
      const { cause } = failure
      const reason = cause instanceof Error ? cause.name : null
      const stack = failure.code === 'E_INTERNAL' && cause instanceof Error ? cause.stack : undefined
      const line = { at: new Date().toISOString(), call, code: failure.code, reason, stack }
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
    },
  }
}
