import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveFiles } from '../../electron/main/adapters/saved-files.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('files that are saved where somebody chose', () => {
  let folder: string
  const at = (name: string) => join(folder, name)
  const sheet = () => ({ path: at('kit.pdf'), bytes: bytes('new sheet') })
  const key = () => ({ path: at('kit.mckey'), bytes: bytes('new key') })
  const content = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, String(readFileSync(at(name)))]))

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-saved-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('are there under their names, and nothing else is', async () => {
    await saveFiles(sheet(), key())
    expect(content()).toEqual({ 'kit.pdf': 'new sheet', 'kit.mckey': 'new key' })
  })

  it('replace both of those before, since the dialog has asked about the first', async () => {
    writeFileSync(at('kit.pdf'), 'old sheet')
    writeFileSync(at('kit.mckey'), 'old key')
    await saveFiles(sheet(), key())
    expect(content()).toEqual({ 'kit.pdf': 'new sheet', 'kit.mckey': 'new key' })
  })

  it('leave a second file that nobody was asked about, and say its name', async () => {
    writeFileSync(at('kit.mckey'), 'old key')
    await expect(saveFiles(sheet(), key())).rejects.toMatchObject({
      ...{ code: 'E_FILE_UNSAVED', detail: { name: 'kit.mckey' } },
    })
    expect(content()).toEqual({ 'kit.mckey': 'old key' })
  })

  it('leave what was there when the second can’t be written', async () => {
    writeFileSync(at('kit.pdf'), 'old sheet')
    mkdirSync(at('kit.mckey.partial'))
    await expect(saveFiles(sheet(), key())).rejects.toMatchObject({ code: 'E_FILE_UNSAVED' })
    rmSync(at('kit.mckey.partial'), { recursive: true })
    expect(content()).toEqual({ 'kit.pdf': 'old sheet' })
  })

  it('leave what was there when the folder is gone', async () => {
    rmSync(folder, { recursive: true })
    await expect(saveFiles(sheet())).rejects.toMatchObject({
      ...{ code: 'E_FILE_UNSAVED', detail: { name: 'kit.pdf' } },
    })
  })

  it.runIf(process.platform === 'linux')(
    'leave what was there when the disk is full, and say so',
    async () => {
      writeFileSync(at('kit.pdf'), 'old sheet')
      symlinkSync('/dev/full', at('kit.pdf.partial'))
      await expect(saveFiles(sheet())).rejects.toMatchObject({ code: 'E_DISK_FULL' })
      expect(content()).toEqual({ 'kit.pdf': 'old sheet' })
    },
  )
})
