import type { NetworkReading } from '../domain/performance.ts'

/** Asks the clinic's node what it tells of its network. */
export type NetworkProbe = {
  /** @throws Failure E_CHAIN_UNREACHABLE */
  readonly read: () => Promise<NetworkReading>
}
