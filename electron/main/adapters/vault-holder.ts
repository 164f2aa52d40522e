import type { KeyObject } from 'node:crypto'
import { randomBytes } from 'node:crypto'
import { SigningKey } from 'ethers'
import { z } from 'zod'
import type { Recipient } from '../crypto/blocks.ts'
import { decodeJson, encodeJson } from '../crypto/canonical-json.ts'
import { contextOf, type Deployment } from '../crypto/context.ts'
import { dateShift } from '../crypto/date-shift.ts'
import { addressOf, signAct } from '../crypto/device-key.ts'
import { newKey, type OwnKeys, unwrapMine } from '../crypto/envelope.ts'
import { fingerprintOf } from '../crypto/fingerprint.ts'
import { fromBase64 } from '../crypto/hex.ts'
import { generateRsa, importPrivateKey, pkcs8Of, spkiOf } from '../crypto/key-pair.ts'
import { assertStrong, SCRYPT, type ScryptCost, vaultKey } from '../crypto/passphrase.ts'
import { exportPkcs12, importPkcs12 } from '../crypto/pkcs12.ts'
import { isKit, newKitWords, openKit, sealKit } from '../crypto/recovery-kit.ts'
import { openBytes, sealBytes } from '../crypto/streaming.ts'
import type { Act } from '../domain/acts.ts'
import type { Address, ContentKey, Hex32 } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { VaultDevice, VaultDoor, VaultSelf } from '../ports/vault.ts'

const base64 = z.base64().transform((text) => fromBase64(text))
const vaultFile = z.strictObject({
  v: z.literal(1),
  scrypt: z.strictObject({ N: z.int(), r: z.int(), p: z.int() }),
  salt: base64,
  sealed: base64,
})
const vaultContent = z.strictObject({
  v: z.literal(1),
  owner: z.custom<Address>((value) => typeof value === 'string'),
  /** PKCS#8, the present key first. */
  rsa: z.array(base64).min(1),
  device: base64,
  local: base64,
})

type Held = {
  readonly owner: Address
  readonly rsa: readonly KeyObject[]
  readonly device: SigningKey
  readonly local: ContentKey
}

const context = (owner: Address): string => `medical-chain/1/vault/${owner}`

/** Keys as this thread holds them. Only handles and results leave it. */
export class VaultHolder implements VaultDoor, VaultDevice {
  readonly deployment: Deployment
  readonly context: ReturnType<typeof contextOf>
  readonly #cost: ScryptCost
  #held: Held | null = null
  /** Emergency access keys by the name they have in keyrings. */
  readonly #lent = new Map<Address, { readonly patient: Address; readonly key: KeyObject }>()

  constructor(deployment: Deployment, cost: ScryptCost = SCRYPT) {
    this.deployment = deployment
    this.context = contextOf(deployment)
    this.#cost = cost
  }

  get owner(): Address {
    return this.#keys().owner
  }

  get ownKeys(): OwnKeys {
    return new Map(this.#keys().rsa.map((key) => [fingerprintOf(spkiOf(key)), key]))
  }

  /** Holds a key that opens what is wrapped to `name` in one patient's folders. */
  lend(name: Address, patient: Address, key: KeyObject): void {
    this.#lent.set(name, { patient, key })
  }

  /** Says whether there was one. */
  takeBack(patient: Address): boolean {
    const names = [...this.#lent].filter(([, lent]) => lent.patient === patient).map(([name]) => name)
    for (const name of names) this.#lent.delete(name)
    return names.length > 0
  }

  /**
   * What a list of recipients of this patient's holds for me, under my own name or one that was lent to me.
   * @returns null when it is not addressed to any of them
   * @throws Failure E_NOT_ADDRESSED when it claims to be and does not open
   */
  unwrap(
    patient: Address,
    to: readonly Recipient[],
    labelFor: (recipient: Address) => string,
  ): ContentKey | null {
    const mine = unwrapMine(to, this.owner, this.ownKeys, labelFor(this.owner))
    if (mine !== null) return mine
    for (const [name, lent] of this.#lent) {
      if (lent.patient !== patient) continue
      const keys = new Map([[fingerprintOf(spkiOf(lent.key)), lent.key]])
      const key = unwrapMine(to, name, keys, labelFor(name))
      if (key !== null) return key
    }
    return null
  }

  create = async (owner: Address, passphrase: string, secret: Uint8Array): Promise<Uint8Array> => {
    assertStrong(passphrase)
    return this.#keep(owner, [await generateRsa()], passphrase, secret)
  }

  restore: VaultDoor['restore'] = async (owner, backup, passphrase, secret) => {
    assertStrong(passphrase)
    const rsa = await keysOf(backup.file, backup.passphrase)
    const found = rsa.map((key) => fingerprintOf(spkiOf(key)))
    if (!found.includes(backup.expected)) throw new Failure('E_BACKUP_OTHER_KEY', { found: found[0] ?? '' })
    return this.#keep(owner, rsa, passphrase, secret)
  }

  renew: VaultDoor['renew'] = async (passphrase, secret) => {
    assertStrong(passphrase)
    const { owner, rsa, local } = this.#keys()
    return this.#keep(owner, [await generateRsa(), ...rsa], passphrase, secret, local)
  }

  open = async (file: Uint8Array, passphrase: string, secret: Uint8Array): Promise<void> => {
    const { scrypt, salt, sealed } = parsed(vaultFile, file)
    const key = await vaultKey(passphrase, secret, salt, scrypt)
    await this.#hold(key, sealed)
  }

  async #hold(key: ContentKey, sealed: Uint8Array): Promise<void> {
    const opened = await openBytes(key, 'medical-chain/1/vault', sealed).catch((cause) => {
      throw new Failure('E_PASSPHRASE_WRONG', {}, { cause })
    })
    const content = parsed(vaultContent, opened)
    this.#held = {
      owner: content.owner,
      rsa: content.rsa.map(importPrivateKey),
      device: new SigningKey(content.device),
      local: content.local as ContentKey,
    }
  }

  backup = (passphrase: string): Promise<Uint8Array> => {
    assertStrong(passphrase)
    const { rsa, owner } = this.#keys()
    return exportPkcs12(rsa, owner, passphrase)
  }

  kit: VaultDoor['kit'] = async () => {
    const { rsa, owner } = this.#keys()
    const words = newKitWords()
    const line = await sealKit({ owner, keys: rsa }, words, this.#cost)
    // Nobody shall find out years later that a kit doesn't open.
    await openKit(line, words)
    return { line, words }
  }

  self = async (): Promise<VaultSelf> => {
    const { rsa, device } = this.#keys()
    const [spki, ...before] = rsa.map(spkiOf)
    const earlier = before.map(fingerprintOf)
    return { spki: spki!, fingerprint: fingerprintOf(spki!), earlier, device: addressOf(device) }
  }

  dateShift = async (): Promise<number> => {
    const { rsa, owner } = this.#keys()
    return dateShift(rsa.at(-1)!, this.deployment, owner)
  }

  signAct = async (act: Act): Promise<Hex32> => signAct(this.#keys().device, this.deployment, act)

  sealLocal = (bytes: Uint8Array): Promise<Uint8Array> =>
    sealBytes(this.#keys().local, context(this.owner), bytes)

  openLocal = (bytes: Uint8Array): Promise<Uint8Array> =>
    openBytes(this.#keys().local, context(this.owner), bytes)

  #keys(): Held {
    if (this.#held === null) throw new Failure('E_LOCKED')
    return this.#held
  }

  /** Seals the vault's content into a file, and holds it. */
  async #keep(
    owner: Address,
    rsa: readonly KeyObject[],
    passphrase: string,
    secret: Uint8Array,
    local: Uint8Array = newKey(),
  ): Promise<Uint8Array> {
    const salt = Uint8Array.from(randomBytes(32))
    const content = encodeJson({
      v: 1,
      owner,
      rsa: rsa.map(pkcs8Of),
      device: newKey(),
      local,
    })
    const key = await vaultKey(passphrase, secret, salt, this.#cost)
    const sealed = await sealBytes(key, 'medical-chain/1/vault', content)
    // What has been sealed is read back, as it will be after the next unlock.
    await this.#hold(key, sealed)
    return encodeJson({ v: 1, scrypt: { ...this.#cost }, salt, sealed })
  }
}

async function keysOf(file: Uint8Array, secret: string): Promise<readonly KeyObject[]> {
  const line = Buffer.from(file).toString('latin1')
  return isKit(line) ? (await openKit(line, secret)).keys : importPkcs12(file, secret)
}

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array): T {
  try {
    return schema.parse(decodeJson(bytes))
  } catch (cause) {
    throw new Failure('E_VAULT_DAMAGED', {}, { cause })
  }
}
