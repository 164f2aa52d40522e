import { createHash } from 'node:crypto'
import type { Network } from '../domain/network.ts'
import { encodeJson } from './canonical-json.ts'

/** What an admin's wallet signs to vouch for a network file: readable, and bound to every byte of it. */
export function clinicFileMessage(network: Network): string {
  const { name, chainId, contract } = network
  const digest = createHash('sha256')
    .update(encodeJson(network as unknown as Parameters<typeof encodeJson>[0]))
    .digest('hex')
  return [
    `This is the network file of ${name}.`,
    '',
    `Chain: ${chainId}`,
    `Contract: ${contract}`,
    `SHA-256: ${digest}`,
  ].join('\n')
}
