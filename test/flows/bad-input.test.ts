import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { createSpool } from '../../electron/main/adapters/spool-disk.ts'
import { parseAddress } from '../../electron/main/crypto/address.ts'
import type { Ciphertext } from '../../electron/main/domain/bytes.ts'
import { offerFile } from '../../electron/main/flows/offer-file.ts'
import { text } from '../support/cast.ts'

describe('bad input', () => {
  it.each([
    ['not an address', '0x123', 'E_ADDRESS_INVALID'],
    ['a name', 'amara.eth', 'E_ADDRESS_INVALID'],
    ['a typing error', '0x52908400098527886E0F7030069857D2E4169Ee7', 'E_ADDRESS_CHECKSUM'],
  ])('an address that is %s is refused', (_, typed, code) => {
    expect(() => parseAddress(typed)).toThrowError(code)
  })

  it.each([
    ['empty', 'letter.txt', '', 100, 'E_FILE_EMPTY'],
    ['over the limit', 'letter.txt', 'a'.repeat(101), 100, 'E_FILE_TOO_LARGE'],
    ['misnamed', 'photo.png', '%PDF-1.7', 100, 'E_FILE_MISNAMED'],
    ['of a kind we do not show', 'tool.exe', 'MZ\0\0\0', 100, 'E_FILE_TYPE'],
  ])('a file that is %s is refused by name, the others go on', async (_, name, content, limit, code) => {
    const offered = await offerFile(memorySource(name, [text(content)]), limit)
    expect(offered.refused).toMatchObject({ code, detail: { name } })
  })

  it('a full disk is told as such, and what was half written is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'medical-chain-full-'))
    symlinkSync('/dev/full', join(folder, 'record.partial'))
    const spool = createSpool(folder)
    const content = (async function* () {
      yield new Uint8Array(2_000_000) as Ciphertext
    })()
    await expect(spool.write('record', content)).rejects.toMatchObject({ code: 'E_DISK_FULL' })
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })
})
