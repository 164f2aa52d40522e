import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Address } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { Network } from './domain/network.ts'

const address = z
  .string()
  .regex(/^0x[0-9a-f]{40}$/i)
  .transform((text) => text.toLowerCase() as Address)

const person = z.strictObject({
  role: z.enum(['admin', 'doctor', 'patient']),
  index: z.int().min(0),
  address,
  name: z.string(),
  birthDate: z.iso.date(),
  gender: z.enum(['female', 'male', 'other', 'unknown']),
  email: z.string(),
  specialties: z.array(z.string()),
  licence: z.string(),
  picture: z.string().nullable(),
  passphrase: z.string().nullable(),
})

export const PUBLIC_RELAY = 'wss://relay.walletconnect.org'

/** The relay sees which method, chain and contract a wallet is asked about, so none but the public one is offered. */
const relay = z.union([z.literal(PUBLIC_RELAY), z.string().regex(/^ws:\/\/127\.0\.0\.1:\d{1,5}$/)])

const name = z.string().min(1).max(60)
/** A node in the clinic's own network may go without TLS: nothing but ciphertext gets there. */
const store = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kubo'), name, url: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({ kind: z.literal('pinata'), name, gateway: z.url({ protocol: /^https$/ }) }),
])

const network = z.strictObject({
  name,
  chainId: z.int().min(1),
  rpc: z.url(),
  contract: address,
  deployedAt: z.int().min(0),
  payer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('wallet') }),
    z.strictObject({ kind: z.literal('node'), account: address }),
  ]),
  stores: z
    .array(store)
    .max(8)
    .refine((all) => new Set(all.map((each) => each.name)).size === all.length, 'two stores with one name')
    .default([]),
  copies: z.int().min(1).default(1),
  walletConnect: z
    .strictObject({ projectId: z.string().regex(/^[0-9a-f]{32}$/), relayUrl: relay.default(PUBLIC_RELAY) })
    .optional(),
  demo: z.strictObject({ phrase: z.string(), people: z.array(person) }).nullable(),
})

/** The only chain on which wallets with a public phrase may sign anything. */
export const DEMO_CHAIN = 31337

/** @throws Failure E_INPUT with the field that is wrong */
export async function readNetwork(path: string): Promise<Network> {
  const parsed = network.safeParse(await readJson(path))
  if (!parsed.success)
    throw new Failure('E_INPUT', { file: 'network', field: parsed.error.issues[0]?.path.join('.') ?? '' })
  const { stores, copies } = parsed.data
  if (stores.length > 0 && copies > stores.length)
    throw new Failure('E_INPUT', { file: 'network', field: 'copies' })
  if (parsed.data.demo !== null && parsed.data.chainId !== DEMO_CHAIN) {
    throw new Failure('E_CHAIN_FOREIGN', { chainId: parsed.data.chainId })
  }
  return parsed.data
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new Failure('E_INPUT', { file: 'network', field: '' }, { cause })
  }
}
