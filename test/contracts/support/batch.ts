import type { BytesLike, ContractTransactionResponse, Signer } from 'ethers'
import { type ActName, actTypes, functionOf } from './acts.ts'
import { type Clinic, ethers, type Message, pointer } from './clinic.ts'
import { altered } from './samples.ts'

export interface Part {
  act: ActName
  message: Message
  signature: BytesLike
  /** what it may use; plenty unless given */
  gas?: number
}

const PLENTY = 500_000

/** An act as the clinic stands now, signed. */
export async function signed(clinic: Clinic, act: ActName, fields: Message): Promise<Part> {
  const message = await clinic.message(act, fields)
  return { act, message, signature: await clinic.sign(act, message) }
}

/** Somebody who is registered and has not joined yet. */
export async function newcomer(clinic: Clinic): Promise<string> {
  const wallet = ethers.Wallet.createRandom(ethers.provider)
  clinic.people.newcomer = wallet as never
  const profile = pointer('newcomer')
  await clinic.send('RegisterPatient', {
    admin: clinic.at('admin'),
    account: wallet.address,
    profile,
    until: 0,
  })
  return wallet.address
}

/** The same part with another message than the one that was signed. */
export const changed = (part: Part, fields: Message): Part => ({
  ...part,
  message: { ...part.message, ...fields },
})

/** The part with each of its fields changed in turn. */
export const variants = (part: Part, stranger: string): Part[] =>
  actTypes[part.act].map(({ name }) => {
    if (name !== 'views') return changed(part, { [name]: altered(part.message[name], stranger) })
    const [views] = part.message.views as [Message]
    return changed(part, { views: [{ ...views, times: altered(views.times, stranger) }] })
  })

export const callOf = (clinic: Clinic, { act, message, signature }: Part): string =>
  clinic.chain.interface.encodeFunctionData(functionOf(act) as 'join', [message, signature] as never)

/** Brings all parts in one transaction; a relayer does unless somebody else is named. */
export const bringAll = (
  clinic: Clinic,
  parts: readonly Part[],
  by: Signer = clinic.who('relayer'),
): Promise<ContractTransactionResponse> =>
  clinic.chain
    .connect(by)
    .bringAll(parts.map((part) => ({ gas: part.gas ?? PLENTY, call: callOf(clinic, part) })))

/** By place: null for an act that was taken, else the error and its arguments; `[]` for none. */
export async function outcomes(
  clinic: Clinic,
  parts: readonly unknown[],
  response: ContractTransactionResponse,
): Promise<(unknown[] | null)[]> {
  const refused = new Map<number, unknown[]>()
  for (const log of (await response.wait())!.logs) {
    const event = clinic.chain.interface.parseLog(log)
    if (event?.name !== 'ActRefused') continue
    const { reason } = event.args
    const error = reason === '0x' ? null : clinic.chain.interface.parseError(reason)
    refused.set(Number(event.args.place), error === null ? [] : [error.name, ...error.args])
  }
  return parts.map((_, place) => refused.get(place) ?? null)
}

/** What the contract keeps of a patient and of all accounts. */
export async function stateOf({ chain }: Clinic, patients: readonly string[]) {
  const heads = await Promise.all(patients.map(async (patient) => [...(await chain.headOf(patient))]))
  const pasts = await Promise.all(patients.map((patient) => chain.historyOf(patient)))
  return [heads, pasts, [...(await chain.accountsHistory())]]
}

/** Sends without mining, then mines one block with all of them. */
export async function inOneBlock<T>(send: () => Promise<T>): Promise<T> {
  await ethers.provider.send('evm_setAutomine', [false])
  const sent = await send()
  await ethers.provider.send('evm_setAutomine', [true])
  await ethers.provider.send('evm_mine', [])
  return sent
}
