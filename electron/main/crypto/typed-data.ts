import { TypedDataEncoder, type TypedDataField, verifyTypedData } from 'ethers'
import { ACT_FIELDS } from '../domain/act-fields.ts'
import type { Act, ActName } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import type { Deployment } from './context.ts'

const VIEWS: TypedDataField[] = [
  { name: 'patient', type: 'address' },
  { name: 'records', type: 'uint40[]' },
  { name: 'times', type: 'uint40[]' },
]

const field = ([name, type]: readonly [string, string]): TypedDataField => ({ name, type })

/** The EIP-712 types of one act. */
export function typesOf(name: ActName): Record<string, TypedDataField[]> {
  const fields = [...ACT_FIELDS[name], ['nonce', 'uint256'], ['deadline', 'uint40']] as [string, string][]
  const types: Record<string, TypedDataField[]> = { [name]: fields.map(field) }
  if (fields.some(([, type]) => type === 'Views[]')) types.Views = VIEWS
  return types
}

/** @see EIP-712, definition of domainSeparator */
export const domainOf = ({ chainId, contract }: Deployment) => ({
  name: 'Medical-Chain',
  version: '1',
  chainId,
  verifyingContract: contract,
})

/** What `eth_signTypedData_v4` takes; numbers as decimal strings, so that JSON keeps them whole. */
export const typedDataOf = (deployment: Deployment, act: Act): unknown =>
  TypedDataEncoder.getPayload(domainOf(deployment), typesOf(act.name), act.message)

/** The 32 bytes that are signed. */
export const hashOf = (deployment: Deployment, act: Act): Hex32 =>
  TypedDataEncoder.hash(domainOf(deployment), typesOf(act.name), act.message) as Hex32

/** The account that signed, or null when the bytes are no signature. */
export function recoverSigner(deployment: Deployment, act: Act, signature: string): Address | null {
  try {
    const signer = verifyTypedData(domainOf(deployment), typesOf(act.name), act.message, signature)
    return signer.toLowerCase() as Address
  } catch {
    return null
  }
}
