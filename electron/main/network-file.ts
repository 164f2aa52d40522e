import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { clinicFileMessage } from './crypto/clinic-file.ts'
import { recoverMessageSigner } from './crypto/sign-in.ts'
import type { Address, Hex32 } from './domain/bytes.ts'
import type { Signed } from './domain/clinic-file.ts'
import { Failure } from './domain/failure.ts'
import type { Network } from './domain/network.ts'
import { ROLES } from './domain/person.ts'

const address = z
  .string()
  .regex(/^0x[0-9a-f]{40}$/i)
  .transform((text) => text.toLowerCase() as Address)

const person = z.strictObject({
  role: z.enum(ROLES),
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
  witness: z.url().optional(),
  contract: address,
  deployedAt: z.int().min(0),
  payer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('wallet') }),
    z.strictObject({ kind: z.literal('node'), account: address }),
    z.strictObject({
      kind: z.literal('relayer'),
      account: address,
      confirmations: z.int().min(1).max(64).default(1),
    }),
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

const signed = z.strictObject({
  by: address,
  signature: z
    .string()
    .regex(/^0x[0-9a-f]{130}$/i)
    .transform((text) => text as Hex32),
})

export type ClinicFile = { readonly network: Network; readonly signed: Signed | null }

/** The only chain on which wallets with a public phrase may sign anything. */
export const DEMO_CHAIN = 31337

export const readNetwork = async (path: string): Promise<Network> => (await readClinicFile(path)).network

export async function readClinicFile(path: string): Promise<ClinicFile> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw refused('', cause)
  })
  return parseClinicFile(text)
}

/** @throws Failure E_INPUT with the field that is wrong, E_SIGNATURE_FOREIGN when its signature is of something else */
export function parseClinicFile(text: string): ClinicFile {
  const { signed: by = null, ...rest } = asObject(parsed(text))
  const told = network.safeParse(rest)
  const vouched = signed.nullable().safeParse(by)
  const wrong = told.error ?? vouched.error
  if (wrong !== undefined) throw refused(wrong.issues[0]?.path.join('.') ?? '')
  const { stores, copies, demo, chainId } = told.data!
  if (stores.length > 0 && copies > stores.length) throw refused('copies')
  if (demo !== null && chainId !== DEMO_CHAIN) throw new Failure('E_CHAIN_FOREIGN', { chainId })
  const file = { network: told.data!, signed: vouched.data ?? null }
  if (file.signed !== null) assertSigned(file.network, file.signed)
  return file
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const refused = (field: string, cause?: unknown): Failure =>
  new Failure('E_INPUT', { file: 'network', field }, { cause })

function assertSigned(told: Network, { by, signature }: Signed): void {
  if (recoverMessageSigner(clinicFileMessage(told), signature) !== by)
    throw new Failure('E_SIGNATURE_FOREIGN', { author: by })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw refused('', cause)
  }
}
