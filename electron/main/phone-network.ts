import type { Network, PhoneNetwork } from './domain/network.ts'

/** Of its own the SDK waits 75 s for a relay that does not answer. */
const CODE_WITHIN_MS = 15_000

/** What a page needs to pair phones; null where the clinic has no WalletConnect project. */
export function phonesOf({ walletConnect, chainId, name, rpc }: Network): PhoneNetwork | null {
  if (walletConnect === undefined) return null
  const codeWithinMs = millisecondsOf('MEDICAL_CHAIN_CODE_SECONDS') ?? CODE_WITHIN_MS
  return { ...walletConnect, chainId, name, rpc, codeWithinMs }
}

/** Tests wait seconds where people get minutes. */
export const millisecondsOf = (setting: string): number | undefined => {
  const given = Number(process.env[setting])
  return given > 0 ? given * 1000 : undefined
}
