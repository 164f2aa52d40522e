import type { BlockTag, JsonRpcProvider } from 'ethers'
import type { Address, Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { foldersOf } from '../domain/folder.ts'
import type { Network } from '../domain/network.ts'
import { type Account, CLAIM_KEY, KEYLESS, ROLES } from '../domain/person.ts'
import type { Right } from '../domain/right.ts'
import type { LedgerState } from '../ports/ledger.ts'
import { CONTRACT } from './ledger-abi.ts'
import { custodyOf } from './ledger-custody.ts'
import { emergenciesOf } from './ledger-emergency.ts'
import { ledgerFailure } from './ledger-errors.ts'

/** Calls a view of the contract and gives its results by position. */
export type View = (name: string, args: readonly unknown[], at?: BlockTag) => Promise<readonly unknown[]>

export function viewsOf(provider: JsonRpcProvider, network: Network): View {
  return async (name, args, at = 'latest') => {
    try {
      const data = CONTRACT.encodeFunctionData(name, args)
      const result = await provider.call({ to: network.contract, data, blockTag: at })
      if (result === '0x') throw new Failure('E_CHAIN_FOREIGN', { contract: network.contract })
      return CONTRACT.decodeFunctionResult(name, result).toArray()
    } catch (error) {
      throw ledgerFailure(error)
    }
  }
}

export type Chain = Pick<LedgerState, 'now' | 'contact' | 'hasCode'>

/** What the chain itself says, beside the contract. It fails when the chain does not answer, so whoever has it is in contact. */
export const chainOf = (provider: JsonRpcProvider): Chain => ({
  now: async () => {
    const block = await provider.getBlock('latest').catch((error) => {
      throw ledgerFailure(error)
    })
    return block?.timestamp ?? 0
  },
  contact: () => ({ live: true, at: Math.floor(Date.now() / 1000), ago: 0 }),
  hasCode: async (address) => {
    const code = await provider.getCode(address).catch((error) => {
      throw ledgerFailure(error)
    })
    return code !== '0x'
  },
})

/** The contract's state, as `view` tells it. */
export function createLedgerState(view: View, chain: Chain): LedgerState {
  return {
    account: async (address) => accountFrom(address, (await view('accountOf', [address]))[0] as AccountTuple),
    head: async (patient) => {
      const [lastChange, records, nonce] = (await view('headOf', [patient])) as [bigint, bigint, bigint]
      return { lastChange: Number(lastChange), records: Number(records), nonce }
    },
    folder: async (patient, folder) => {
      const [keyring, catalog] = (await view('folderOf', [patient, folder])) as [Pointer, Pointer]
      return { keyring, catalog }
    },
    right: async (patient, reader) => rightFrom(await view('rightOf', [patient, reader])),
    ...emergenciesOf(view),
    custody: (patient) => custodyOf(view, patient),
    canAdd: async (patient, author, folder) =>
      (await view('canAdd', [patient, author, folder]))[0] as boolean,
    deviceTrustedUntil: async (account, device) =>
      Number((await view('deviceTrustedUntil', [account, device]))[0]),
    ...chain,
  }
}

type AccountTuple = [bigint, boolean, bigint, bigint, bigint, bigint, bigint, string]

function accountFrom(address: Address, tuple: AccountTuple): Account {
  const [roles, suspended, licenceUntil, patientUntil, since, keyVersion, nonce, publicKey] = tuple
  return {
    address,
    roles: ROLES.filter((_, bit) => (roles >> BigInt(bit)) & 1n),
    isClaimKey: (Number(roles) & CLAIM_KEY) !== 0,
    isKeyless: (Number(roles) & KEYLESS) !== 0,
    suspended,
    licenceUntil: Number(licenceUntil),
    patientUntil: Number(patientUntil),
    since: Number(since),
    keyVersion: Number(keyVersion),
    publicKey: publicKey as Pointer,
    nonce,
  }
}

function rightFrom([since, until, mayAdd, listedOnly, folders]: readonly unknown[]): Right {
  return {
    since: Number(since),
    until: Number(until),
    mayAdd: mayAdd as boolean,
    listedOnly: listedOnly as boolean,
    folders: foldersOf(folders as bigint),
  }
}
