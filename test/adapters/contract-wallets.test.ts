import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContractFactory, concat, hashMessage, JsonRpcProvider, SigningKey } from 'ethers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContractWallets } from '../../electron/main/adapters/contract-wallets.ts'
import type { Address, Hex32 } from '../../electron/main/domain/bytes.ts'
import { type Anvil, startAnvil } from '../../tools/chain/anvil.ts'
import { addressAt, walletAt } from '../support/clinic.ts'
import { buildContractTests } from '../support/contract-tests.ts'

const HELPERS = join(import.meta.dirname, '../../artifacts/test/contracts/helpers/ContractWallet.sol')
const hash = hashMessage('something to sign') as Hex32
const signed = (index: number): string => new SigningKey(walletAt(index).privateKey).sign(hash).serialized

let chain: Anvil
let provider: JsonRpcProvider
beforeAll(async () => {
  if (!existsSync(HELPERS)) buildContractTests()
  chain = await startAnvil()
  provider = new JsonRpcProvider(chain.rpc, 31337, { staticNetwork: true })
}, 180_000)
afterAll(async () => {
  provider.destroy()
  await chain.stop()
})

async function deployed(name: string, ...args: unknown[]): Promise<Address> {
  const { abi, bytecode } = JSON.parse(readFileSync(join(HELPERS, `${name}.json`), 'utf8'))
  const contract = await new ContractFactory(abi, bytecode, await provider.getSigner(0)).deploy(...args)
  await contract.waitForDeployment()
  return (await contract.getAddress()).toLowerCase() as Address
}

describe('a wallet that is a contract (ERC-1271)', () => {
  it('takes the signatures of both its owners, and neither alone', async () => {
    const account = await deployed('ContractWallet', addressAt(1), addressAt(2))
    const { accepts } = createContractWallets(provider)
    expect(await accepts(account, hash, concat([signed(1), signed(2)]))).toBe(true)
    expect(await accepts(account, hash, signed(1))).toBe(false)
    expect(await accepts(account, hash, concat([signed(2), signed(1)]))).toBe(false)
    expect(await accepts(account, hashMessage('another') as Hex32, concat([signed(1), signed(2)]))).toBe(
      false,
    )
  })

  it('takes nothing when its code knows nothing of it, or there is none', async () => {
    const { accepts } = createContractWallets(provider)
    expect(await accepts(await deployed('PlainDelegate'), hash, signed(1))).toBe(false)
    expect(await accepts(addressAt(1), hash, signed(1))).toBe(false)
  })

  it('takes nothing that is no signature at all, and nothing while the chain is silent', async () => {
    const account = await deployed('ContractWallet', addressAt(1), addressAt(2))
    expect(await createContractWallets(provider).accepts(account, hash, 'not hexadecimal')).toBe(false)
    const nobody = new JsonRpcProvider('http://127.0.0.1:9', 31337, { staticNetwork: true })
    expect(await createContractWallets(nobody).accepts(account, hash, concat([signed(1), signed(2)]))).toBe(
      false,
    )
    nobody.destroy()
  })
})
