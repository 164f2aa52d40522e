/** Work that must survive anything: each entry is one job's state, replaced as a whole, on disk when `put` returns. */
export type Journal = {
  readonly put: (id: string, state: Uint8Array) => void
  readonly all: () => readonly { readonly id: string; readonly state: Uint8Array }[]
  readonly drop: (id: string) => void
}
