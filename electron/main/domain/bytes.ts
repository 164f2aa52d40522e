/**
 * Byte types that must not be mixed up. A brand costs nothing at run time and makes uploading a plaintext a
 * type error: only `crypto/streaming.ts` makes a `Ciphertext`.
 */

declare const brand: unique symbol
type Branded<T, Name extends string> = T & { readonly [brand]: Name }

/** Bytes a person could read. They never leave this machine. */
export type Plaintext = Branded<Uint8Array, 'Plaintext'>
/** Bytes in Tink's AES256_GCM_HKDF_1MB format. */
export type Ciphertext = Branded<Uint8Array, 'Ciphertext'>
/** A block that anyone may read: canonical JSON or a public key. At most 1 MiB. */
export type PublicBlock = Branded<Uint8Array, 'PublicBlock'>
/** A 32-byte key wrapped with RSA-OAEP: as long as the RSA modulus (384 bytes at 3072 bits). */
export type WrappedKey = Branded<Uint8Array, 'WrappedKey'>
/** 32 random bytes that seal a folder's or a record's contents. */
export type ContentKey = Branded<Uint8Array, 'ContentKey'>

/** 32 bytes as 0x-prefixed lower-case hex. */
export type Hex32 = `0x${string}`
/** SHA-256 over prefix and content (protocol: Digest). */
export type Digest = Branded<Hex32, 'Digest'>
/** SHA-256 of a raw IPFS block, as it stands on the chain. */
export type Pointer = Branded<Hex32, 'Pointer'>
/** SHA-256 of a public key's SPKI (DER). */
export type Fingerprint = Branded<Hex32, 'Fingerprint'>
/** A lower-case 20-byte account address. */
export type Address = Branded<`0x${string}`, 'Address'>
/** The text form of a CIDv1 (base32). */
export type Cid = Branded<string, 'Cid'>

export const NO_POINTER = `0x${'00'.repeat(32)}` as Pointer

/** The largest block that a pointer may name, in bytes. */
export const MAX_BLOCK = 1024 * 1024
