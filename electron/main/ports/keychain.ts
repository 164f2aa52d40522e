/** Small secrets under the operating system's own store. */
export type Keychain = {
  /** Which store writes now: `gnome_libsecret`, `kwallet6`, `dpapi`, `keychain` … */
  readonly backend: () => Promise<string>
  /** @throws Failure E_BACKEND_UNSAFE where the store would protect nothing */
  readonly seal: (secret: string) => Promise<Uint8Array>
  /** @param backend the one that wrote it @throws Failure E_BACKEND_CHANGED, E_BACKEND_UNSAFE, E_VAULT_DAMAGED */
  readonly open: (sealed: Uint8Array, backend: string) => Promise<string>
}
