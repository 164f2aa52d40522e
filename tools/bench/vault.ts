/** The thread that holds the keys, as the app ships it. */
export const SCRIPT = new URL('../../out/main/vault-worker.js', import.meta.url)
/** Opening a vault is slow on purpose and is not what is measured here. */
export const CHEAP_SCRYPT = { N: 2 ** 10, r: 8, p: 1 }
export const PASSPHRASE = 'correct horse battery'
export const SECRET = new Uint8Array(32)
