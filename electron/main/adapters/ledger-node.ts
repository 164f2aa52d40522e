import { Network as EthersNetwork, type JsonRpcPayload, JsonRpcProvider, type JsonRpcResult } from 'ethers'
import type { Network } from '../domain/network.ts'

/** Times out long before a person gives up. */
const REQUEST_TIMEOUT = 15_000

/** A node as ethers knows it, asked with `fetch`: ethers' own client decodes 2 MB/s, and a clinic's log has tens of MB. */
class Node extends JsonRpcProvider {
  readonly #isOffline: () => boolean

  constructor(network: Network, isOffline: () => boolean) {
    const fixed = EthersNetwork.from(network.chainId)
    super(network.rpc, fixed, {
      staticNetwork: fixed,
      pollingInterval: 250,
      cacheTimeout: -1,
      // What is asked at the same moment goes together; ethers would let each question wait 10 ms for others.
      batchStallTime: 0,
    })
    this.#isOffline = isOffline
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    if (this.#isOffline()) throw new Error('NETWORK_ERROR: working offline')
    const response = await fetch(this._getConnection().url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    })
    if (!response.ok) throw new Error(`SERVER_ERROR: the node answered with status ${response.status}`)
    const answer = (await response.json()) as JsonRpcResult | JsonRpcResult[]
    return Array.isArray(answer) ? answer : [answer]
  }
}

/** @param isOffline whether somebody has asked to work as if the node did not answer */
export const connect = (network: Network, isOffline: () => boolean = () => false): JsonRpcProvider =>
  new Node(network, isOffline)
