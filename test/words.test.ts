import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../electron/ipc/commands.ts'
import { FAILURE_CODES } from '../electron/main/domain/failure.ts'
import { LOG_KINDS } from '../electron/main/domain/log.ts'
import { SPECIALTY_CODES } from '../electron/main/domain/specialty.ts'

const words = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../resources/locales/en/${name}.json`), 'utf8'))

describe('the words of the interface', () => {
  it('have a title, a reason and a next step for every failure, and for nothing else', () => {
    const errors = words('errors') as Record<string, { title: string; body: string; action: string }>
    expect(Object.keys(errors).sort()).toEqual([...FAILURE_CODES].sort())
    for (const [code, { title, body, action }] of Object.entries(errors)) {
      for (const text of [title, body, action]) expect(text, code).toMatch(/\S/)
      expect(title, code).toMatch(/[.!?]$/)
    }
  })

  it('name every command', () => {
    for (const { id } of COMMANDS) expect(words('commands')[id], id).toMatch(/\S/)
  })

  it('no two commands of one role share a key', () => {
    for (const role of ['admin', 'doctor', 'patient'] as const) {
      const keys = COMMANDS.filter(
        (command) => !('roles' in command) || (command.roles as readonly string[]).includes(role),
      ).flatMap((command) => ('accelerator' in command ? [command.accelerator] : []))
      expect(new Set(keys).size, role).toBe(keys.length)
    }
  })

  it('tell every kind of log line and every specialty somewhere', () => {
    const all = JSON.stringify(['common', 'screens', 'signing'].map(words))
    for (const kind of LOG_KINDS) expect(all, kind).toContain(`"${kind}"`)
    for (const code of SPECIALTY_CODES) expect(all, code).toContain(`"${code}"`)
  })
})
