/** The system's clipboard. */
export type Clipping = {
  /** Empties it where `ours` knows what it holds; what somebody else put there stays. Says whether it did. */
  readonly clearIf: (ours: (text: string) => boolean) => Promise<boolean>
}
