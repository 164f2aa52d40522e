import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateRsa, pkcs8Of } from '../../electron/main/crypto/key-pair.ts'
import { exportPkcs12 } from '../../electron/main/crypto/pkcs12.ts'
import {
  commitElsewhere,
  DEPLOYMENT,
  listAlone,
  PATIENT,
  type SampleRecord,
  sealRecord,
} from './sample-record.ts'

const SCRIPT = join(import.meta.dirname, '../../tools/read-record/read_record.py')
const PASSPHRASE = 'correct horse battery'
// Two whole segments and a part of a third, so that the order of segments counts.
const PLAINTEXT = Uint8Array.from(randomBytes(2_300_000))

const folder = mkdtempSync(join(tmpdir(), 'read-record-'))
const path = (name: string): string => join(folder, name)
let record: SampleRecord
let alone: Uint8Array

/** Runs the reader on the files in the folder, some of them replaced. */
function read(change: Partial<Record<'key' | 'chain' | 'contract' | 'passphrase-file', string>> = {}) {
  const given = {
    key: path('key.der'),
    address: PATIENT,
    chain: String(DEPLOYMENT.chainId),
    contract: DEPLOYMENT.contract,
    keyring: path('keyring'),
    card: path('card'),
    content: path('content'),
    out: path('out'),
    'passphrase-file': path('passphrase'),
    ...change,
  }
  rmSync(path('out'), { force: true })
  const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
  return spawnSync('/usr/bin/python3', [SCRIPT, ...args], { encoding: 'utf8' })
}

function write(files: SampleRecord): void {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path(name), bytes)
}

describe('a record opened without the app', () => {
  beforeAll(async () => {
    const [own, other] = await Promise.all([generateRsa(), generateRsa()])
    record = await sealRecord(own, PLAINTEXT)
    alone = await listAlone(record, own)
    writeFileSync(path('key.der'), pkcs8Of(own))
    writeFileSync(path('other.der'), pkcs8Of(other))
    writeFileSync(path('key.p12'), await exportPkcs12([own], PATIENT, PASSPHRASE))
    writeFileSync(path('passphrase'), `${PASSPHRASE}\n`)
    writeFileSync(path('wrong'), 'another passphrase')
    write(record)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['key.der', 'key.p12'])('is the file that was added, with %s', (key) => {
    const { stderr, stdout, status } = read({ key: path(key) })
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(JSON.parse(stdout)).toMatchObject({ title: 'Letter', byteLength: PLAINTEXT.length })
    expect(readFileSync(path('out')).equals(PLAINTEXT)).toBe(true)
  })

  const refuses = (result: ReturnType<typeof read>, words: RegExp): void => {
    expect(result.status).toBe(1)
    expect(result.stderr).toMatch(words)
    expect(existsSync(path('out')) || existsSync(path('out.part'))).toBe(false)
  }

  it('is the file for somebody to whom the keyring lists it alone, and nobody else’s', () => {
    write({ ...record, keyring: alone })
    expect(read()).toMatchObject({ stderr: '', status: 0 })
    expect(readFileSync(path('out')).equals(PLAINTEXT)).toBe(true)
    refuses(read({ key: path('other.der') }), /not addressed/)
    write(record)
  })

  it('is refused with another person’s key', () => refuses(read({ key: path('other.der') }), /not addressed/))

  it('is refused with a wrong passphrase', () =>
    refuses(read({ key: path('key.p12'), 'passphrase-file': path('wrong') }), /passphrase/))

  it.each([
    ['chain', '1'],
    ['contract', `0x${'dd'.repeat(20)}`],
  ])('is refused under another %s', (name, value) =>
    refuses(read({ [name]: value }), /does not open with this private key/),
  )

  it.each([
    ['in the header', 5],
    ['in the first segment', 1000],
    ['in the middle segment', 1_500_000],
    ['in the last segment', -1],
  ])('is refused with a byte flipped %s', (_, at) => {
    const content = Uint8Array.from(record.content)
    content[at < 0 ? content.length + at : at]! ^= 1
    write({ ...record, content })
    refuses(read(), /segment \d is damaged/)
    write(record)
  })

  it('is refused when its end is missing', () => {
    write({ ...record, content: record.content.subarray(0, 2 * 1024 * 1024) })
    refuses(read(), /segment 1 is damaged/)
    write(record)
  })

  it('is refused when its card commits to another key', async () => {
    write({ ...record, card: await commitElsewhere(record.card) })
    refuses(read(), /commits to another key/)
    write(record)
  })
})
