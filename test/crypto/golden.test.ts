import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VaultSealed } from '../../electron/main/adapters/vault-envelopes.ts'
import { VaultHolder } from '../../electron/main/adapters/vault-holder.ts'
import { VaultKeyOffers } from '../../electron/main/adapters/vault-offers.ts'
import { VaultRecordKeys } from '../../electron/main/adapters/vault-records.ts'
import { cardCodec, keyOfferCodec, keyringCodec, profileCodec } from '../../electron/main/crypto/blocks.ts'
import { fingerprintOf } from '../../electron/main/crypto/fingerprint.ts'
import { spkiOf } from '../../electron/main/crypto/key-pair.ts'
import { importPkcs12 } from '../../electron/main/crypto/pkcs12.ts'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'
import { collect, commitElsewhere, DEPLOYMENT, PATIENT } from '../tools/sample-record.ts'

const PASSPHRASE = 'correct horse battery'
const golden = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../vectors/medical-chain', name))

const key = createPrivateKey(Buffer.from(golden('private-key.pem')))
const fingerprint = (own: KeyObject): string => fingerprintOf(spkiOf(own))

async function* content(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function openHolder(): Promise<VaultHolder> {
  const holder = new VaultHolder(DEPLOYMENT)
  await holder.open(golden('vault.json'), PASSPHRASE, new Uint8Array(32))
  return holder
}
const openVault = async (): Promise<VaultRecordKeys> => new VaultRecordKeys(await openHolder())

describe('what version 0.1.0 sealed still opens', () => {
  it('the backup of a key', async () => {
    const keys = await importPkcs12(golden('backup.p12'), PASSPHRASE)
    expect(keys.map(fingerprint)).toEqual([fingerprint(key)])
  })

  it('a vault, its keyring, card and content', async () => {
    const vault = await openVault()
    expect(await vault.admitKeyring(golden('keyring.json'))).toBe(true)
    const card = await vault.openCard(pointerTo(golden('keyring.json')), golden('card.json'))
    expect(card).toMatchObject({ title: 'Letter', mediaType: 'text/plain', patient: PATIENT, folder: 1 })
    const opened = vault.openContent(pointerTo(golden('card.json')), content(golden('content.sealed')))
    expect(Buffer.from(await collect(opened)).equals(golden('plaintext.txt'))).toBe(true)
  })

  it('what a folder is for (ADR 19), which its bytes do not say', async () => {
    const vault = await openVault()
    const keyring = golden('keyring-cardiology.json')
    expect(await vault.admitKeyring(keyring)).toBe(true)
    expect(await vault.meaningOf(pointerTo(keyring))).toBe('394579002')
    expect(Buffer.from(keyring).includes('394579002')).toBe(false)
  })

  it('what a reader gave back to a patient with a new key (ADR 21)', async () => {
    const holder = await openHolder()
    const vault = new VaultKeyOffers(holder, new VaultRecordKeys(holder))
    const [from, colleague] = [`0x${'bb'.repeat(20)}`, `0x${'cc'.repeat(20)}`] as [Address, Address]
    const told = (by: Address, card = golden('card.json')) =>
      vault.checkOffers(golden('keyring.json'), [{ from: by, block: golden('offer.json') }], [card])
    expect(await told(from)).toEqual({ from, refused: [], closed: [] })
    expect(await told(colleague)).toMatchObject({ from: null, refused: [colleague] })
    const elsewhere = await commitElsewhere(golden('card.json'))
    expect(await told(from, elsewhere)).toMatchObject({ from: null, refused: [from] })
  })

  it('a profile', async () => {
    const vault = new VaultSealed(await openHolder())
    expect(await vault.openProfile(PATIENT, golden('profile.json'))).toEqual({
      name: 'Åsa Example',
      birthDate: '1980-02-29',
      gender: 'female',
      email: 'asa@example.org',
      picture: null,
    })
  })

  it.each([
    ['keyring.json', keyringCodec],
    ['keyring-cardiology.json', keyringCodec],
    ['card.json', cardCodec],
    ['profile.json', profileCodec],
    ['offer.json', keyOfferCodec],
  ] as const)('%s is written the same, byte for byte', (name, codec) => {
    const again = codec.encode(codec.decode(golden(name)) as never)
    expect(Buffer.from(again).equals(golden(name))).toBe(true)
  })

  it('and does not with one byte changed', async () => {
    const vault = await openVault()
    await vault.admitKeyring(golden('keyring.json'))
    await vault.openCard(pointerTo(golden('keyring.json')), golden('card.json'))
    const damaged = Uint8Array.from(golden('content.sealed'))
    damaged[700]! ^= 1
    const opened = vault.openContent(pointerTo(golden('card.json')), content(damaged))
    await expect(collect(opened)).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
  })
})
