import type { Consensus } from '../domain/performance.ts'
import type { Header } from './network-headers.ts'
import type { Ask } from './network-probe.ts'

/** What IBFT and QBFT write where proof of work has its mix. @see EIP-650 */
const BYZANTINE_MIX = '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365'
const NO_MIX = `0x${'00'.repeat(32)}`
const NO_NONCE = '0x0000000000000000'
/** A vanity of 32 bytes and a seal of 65 in each block's extra data. @see EIP-225 */
const CLIQUE_EXTRA = 97
const DEVELOPMENT = /anvil|hardhat|ganache|edr/i
/** Contracts that rollups have and layer 1 has not: they too have no difficulty and a final block. */
const ROLLUPS = ['0x4200000000000000000000000000000000000015', '0x0000000000000000000000000000000000000064']

type Found = { readonly consensus: Consensus; readonly validators: number | null }
type Seen = {
  readonly client: string | null
  readonly newest: Header
  readonly finalized: Header | null
}

/** How this network agrees on blocks, by what its node answers and its blocks say. Where neither tells, it is unknown. */
export async function consensusOf(ask: Ask, { client, newest, finalized }: Seen): Promise<Found> {
  if (client !== null && DEVELOPMENT.test(client)) return { consensus: 'development', validators: null }
  const { difficulty, mixHash, nonce, extraBytes } = newest
  if (difficulty === null || mixHash === null || nonce === null)
    return { consensus: 'unknown', validators: null }
  if (mixHash === BYZANTINE_MIX) return byzantine(ask)
  if (mixHash === NO_MIX && (difficulty === 1 || difficulty === 2) && extraBytes >= CLIQUE_EXTRA)
    return { consensus: 'clique', validators: await count(ask, 'clique_getSigners', 'latest') }
  if (difficulty > 0 && mixHash !== NO_MIX && nonce !== NO_NONCE)
    return { consensus: 'proof-of-work', validators: null }
  if (difficulty === 0 && nonce === NO_NONCE && finalized !== null && !(await isRollup(ask)))
    return { consensus: 'proof-of-stake', validators: null }
  return { consensus: 'unknown', validators: null }
}

async function byzantine(ask: Ask): Promise<Found> {
  for (const consensus of ['qbft', 'ibft'] as const) {
    const validators = await count(ask, `${consensus}_getValidatorsByBlockNumber`, 'latest')
    if (validators !== null) return { consensus, validators }
  }
  return { consensus: 'bft', validators: null }
}

async function count(ask: Ask, method: string, ...params: readonly unknown[]): Promise<number | null> {
  const found = await ask<unknown>(method, ...params)
  return Array.isArray(found) ? found.length : null
}

async function isRollup(ask: Ask): Promise<boolean> {
  const codes = await Promise.all(ROLLUPS.map((address) => ask<string>('eth_getCode', address, 'latest')))
  return codes.some((code) => code !== null && code.length > 2)
}
