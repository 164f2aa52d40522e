import { BlockList } from 'node:net'
import type { Multiaddr } from '@multiformats/multiaddr'

/** What routers on the internet pass nothing on to: RFC 1918, link-local (RFC 3927), and this computer itself. */
const PRIVATE = new BlockList()
PRIVATE.addSubnet('10.0.0.0', 8)
PRIVATE.addSubnet('172.16.0.0', 12)
PRIVATE.addSubnet('192.168.0.0', 16)
PRIVATE.addSubnet('169.254.0.0', 16)
PRIVATE.addSubnet('127.0.0.0', 8)

/** Plain TCP to a private IPv4 address: no name that somebody else resolves, no relay, no other way. */
export function isPrivateAddress(address: Multiaddr): boolean {
  const [host, transport, ...rest] = address.getComponents()
  return (
    host?.name === 'ip4' &&
    PRIVATE.check(host.value ?? '') &&
    transport?.name === 'tcp' &&
    rest.every(({ name }) => name === 'p2p')
  )
}
