import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  type KeyObject,
  pbkdf2,
  randomBytes,
} from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { importPrivateKey, pkcs8Of } from './key-pair.ts'
import { macKey } from './pkcs12-kdf.ts'

/**
 * A person's private keys as a PKCS#12 file (RFC 7292) that `openssl pkcs12` reads: each key under PBES2 (RFC 8018:
 * PBKDF2-HMAC-SHA-256, AES-256-CBC), with a self-signed certificate that names the wallet, under an HMAC-SHA-256.
 * node-forge writes and reads the ASN.1; keys are derived by node:crypto, whose PBKDF2 is thirty times faster.
 */

const ITERATIONS = 600_000
const { asn1, pki } = forge
const OID = {
  data: '1.2.840.113549.1.7.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  localKeyId: '1.2.840.113549.1.9.21',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const

type Node = forge.asn1.Asn1

const { Class, Type } = asn1
const seq = (...parts: Node[]): Node => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts)
const set = (...parts: Node[]): Node => asn1.create(Class.UNIVERSAL, Type.SET, true, parts)
const oid = (name: string): Node =>
  asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(name).getBytes())
const octets = (bytes: Uint8Array): Node =>
  asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, Buffer.from(bytes).toString('binary'))
const integer = (value: number): Node =>
  asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes())
const nothing = (): Node => asn1.create(Class.UNIVERSAL, Type.NULL, false, '')
const explicit = (...parts: Node[]): Node => asn1.create(Class.CONTEXT_SPECIFIC, 0, true, parts)
const der = (node: Node): Uint8Array => Uint8Array.from(Buffer.from(asn1.toDer(node).getBytes(), 'binary'))
const parse = (bytes: Uint8Array): Node => asn1.fromDer(Buffer.from(bytes).toString('binary'))
const contentInfo = (content: Uint8Array): Node => seq(oid(OID.data), explicit(octets(content)))

const stretch = (passphrase: string, salt: Uint8Array, iterations: number): Promise<Buffer> =>
  promisify(pbkdf2)(passphrase.normalize('NFKC'), salt, iterations, 32, 'sha256')

/**
 * @param keys the present key first; older ones follow, so that old wraps still open after a restore
 * @returns the file's bytes
 */
export async function exportPkcs12(
  keys: readonly KeyObject[],
  owner: Address,
  passphrase: string,
): Promise<Uint8Array> {
  const bags = await Promise.all(keys.map((key, index) => keyBag(key, index, passphrase)))
  const certificate = certBag(keys[0]!, owner)
  const safe = der(seq(contentInfo(der(seq(...bags))), contentInfo(der(seq(certificate)))))
  const salt = randomBytes(16)
  const mac = createHmac('sha256', macKey(passphrase, salt, ITERATIONS))
    .update(safe)
    .digest()
  const macData = seq(seq(seq(oid(OID.sha256), nothing()), octets(mac)), octets(salt), integer(ITERATIONS))
  return der(seq(integer(3), contentInfo(safe), macData))
}

async function keyBag(key: KeyObject, index: number, passphrase: string): Promise<Node> {
  const salt = randomBytes(16)
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', await stretch(passphrase, salt, ITERATIONS), iv)
  const sealed = Buffer.concat([cipher.update(pkcs8Of(key)), cipher.final()])
  const kdf = seq(
    oid(OID.pbkdf2),
    seq(octets(salt), integer(ITERATIONS), seq(oid(OID.hmacSha256), nothing())),
  )
  const algorithm = seq(oid(OID.pbes2), seq(kdf, seq(oid(OID.aes256Cbc), octets(iv))))
  return seq(oid(OID.shroudedKeyBag), explicit(seq(algorithm, octets(sealed))), localKeyId(index))
}

const localKeyId = (index: number): Node => set(seq(oid(OID.localKeyId), set(octets(Uint8Array.of(index)))))

/** Binds the key to its wallet, so that a file found in a drawer says whose it is. */
function certBag(key: KeyObject, owner: Address): Node {
  const certificate = pki.createCertificate()
  const privateKey = pki.privateKeyFromPem(key.export({ format: 'pem', type: 'pkcs8' }) as string)
  certificate.publicKey = pki.setRsaPublicKey(privateKey.n, privateKey.e)
  certificate.serialNumber = `00${randomBytes(16).toString('hex')}`
  certificate.validity.notBefore = new Date()
  certificate.validity.notAfter = new Date(Date.UTC(new Date().getUTCFullYear() + 30, 0, 1))
  const name = [
    { name: 'commonName', value: owner },
    { name: 'organizationName', value: 'Medical-Chain' },
  ]
  certificate.setSubject(name)
  certificate.setIssuer(name)
  certificate.sign(privateKey, forge.md.sha256.create())
  const body = der(pki.certificateToAsn1(certificate))
  return seq(oid(OID.certBag), explicit(seq(oid(OID.x509Certificate), explicit(octets(body)))), localKeyId(0))
}

/**
 * The keys of a file that `exportPkcs12` wrote, in its order.
 * @throws Failure E_PASSPHRASE_WRONG when the HMAC does not hold, E_BACKUP_DAMAGED when it is no such file
 */
export async function importPkcs12(file: Uint8Array, passphrase: string): Promise<KeyObject[]> {
  try {
    const [, content, macData] = parts(parse(file))
    const safe = dataOf(content!)
    checkMac(safe, macData!, passphrase)
    const [keys] = parts(parse(safe))
    return await Promise.all(parts(parse(dataOf(keys!))).map((bag) => openBag(bag, passphrase)))
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure('E_BACKUP_DAMAGED', {}, { cause })
  }
}

function parts(node: Node): Node[] {
  if (!Array.isArray(node.value)) throw new Error('expected a sequence')
  return node.value
}

function bytesOf(node: Node | undefined): Uint8Array {
  if (typeof node?.value !== 'string') throw new Error('expected bytes')
  return Uint8Array.from(Buffer.from(node.value, 'binary'))
}

const numberOf = (node: Node | undefined): number => Number(`0x${Buffer.from(bytesOf(node)).toString('hex')}`)
const dataOf = (info: Node): Uint8Array => bytesOf(parts(parts(info)[1]!)[0])

function checkMac(safe: Uint8Array, macData: Node, passphrase: string): void {
  const [digestInfo, salt, iterations] = parts(macData)
  const expected = Buffer.from(bytesOf(parts(digestInfo!)[1]))
  const found = createHmac('sha256', macKey(passphrase, bytesOf(salt), numberOf(iterations)))
    .update(safe)
    .digest()
  if (!found.equals(expected)) throw new Failure('E_PASSPHRASE_WRONG', {})
}

async function openBag(bag: Node, passphrase: string): Promise<KeyObject> {
  const [algorithm, sealed] = parts(parts(parts(bag)[1]!)[0]!)
  const [kdf, cipherSpec] = parts(parts(algorithm!)[1]!)
  const [salt, iterations] = parts(parts(kdf!)[1]!)
  const key = await stretch(passphrase, bytesOf(salt), numberOf(iterations))
  const cipher = createDecipheriv('aes-256-cbc', key, bytesOf(parts(cipherSpec!)[1]))
  return importPrivateKey(Buffer.concat([cipher.update(bytesOf(sealed)), cipher.final()]))
}
