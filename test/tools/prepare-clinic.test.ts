import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMarker, writeMarker } from '../../tools/seed/marker.ts'
import { prepareClinic } from '../../tools/seed/prepare.ts'

describe('the demo clinic is prepared', () => {
  let folder: string
  let lines: string[]
  let seedings: number

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-prepare-'))
    lines = []
    seedings = 0
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const leave = (part: string): void => {
    mkdirSync(join(folder, part), { recursive: true })
    writeFileSync(join(folder, part, 'left'), 'something')
  }
  const prepare = (end?: Error): Promise<boolean> =>
    prepareClinic({
      folder,
      tell: (line) => lines.push(line),
      seed: async () => {
        seedings += 1
        expect(existsSync(join(folder, 'chain', 'left'))).toBe(false)
        leave('chain')
        leave('app')
        if (end !== undefined) throw end
      },
    })

  it('once: the next start finds it ready', async () => {
    expect(await prepare()).toBe(true)
    expect(await prepare()).toBe(true)
    expect(seedings).toBe(1)
    expect(lines).toEqual([])
  })

  it.each([
    ['begun', () => writeMarker(folder, 'begun')],
    ['cut off while it was written', () => writeFileSync(join(folder, 'seeding'), 'fin')],
  ])('anew, and says so, when an earlier preparation was only %s', async (_, interrupt) => {
    for (const part of ['app', 'chain', 'keyring', 'documents']) leave(part)
    interrupt()
    expect(await prepare()).toBe(true)
    expect(lines).toEqual([expect.stringContaining('begins again')])
    expect(existsSync(join(folder, 'keyring'))).toBe(false)
    expect(existsSync(join(folder, 'documents', 'left'))).toBe(true)
    expect(readMarker(folder)).toBe('finished')
  })

  it('as an empty one when it can’t be, with the reason in one line, and is not tried again', async () => {
    expect(await prepare(new Error('no window\n  call log'))).toBe(false)
    expect(lines).toEqual(['The clinic could not be prepared: no window', expect.stringContaining('--reset')])
    expect(existsSync(join(folder, 'chain'))).toBe(false)
    expect(await prepare()).toBe(false)
    expect(seedings).toBe(1)
  })

  it('not at all where somebody has been at work without it', async () => {
    leave('chain')
    expect(await prepare()).toBe(false)
    expect(seedings).toBe(0)
    expect(existsSync(join(folder, 'chain', 'left'))).toBe(true)
  })
})
