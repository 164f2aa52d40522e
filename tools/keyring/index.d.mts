export interface Keyring {
  /** What a program needs in its environment to reach this keyring. */
  env: Record<string, string>
  stop(): Promise<void>
}

export function startKeyring(folder: string, options?: { readonly locked?: boolean }): Promise<Keyring>
