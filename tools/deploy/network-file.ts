/**
 * Prints the network file of a contract that `hardhat ignition deploy` has brought to a chain.
 *
 *     node tools/deploy/network-file.ts --name "Riverside Clinic" --rpc https://rpc.example > riverside.medicalchain.json
 *
 * `--deployment` names a deployment that was given an id of its own. The contract is read from Ignition's own journal, and looked for on the chain. Stores, the WalletConnect project and
 * another payer are added by hand (README, "Shared stores", "Phone wallets").
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { JsonRpcProvider } from 'ethers'

const DEPLOYMENTS = join(import.meta.dirname, 'deployments')
const CONTRACT = 'MedicalChain#MedicalChain'

type Entry = { readonly futureId?: string; readonly receipt?: { readonly blockNumber: number } }

const text = { type: 'string' } as const
const { name, rpc, deployment } = parseArgs({ options: { name: text, rpc: text, deployment: text } }).values
if (name === undefined || rpc === undefined) throw new Error('give --name and --rpc')

const provider = new JsonRpcProvider(rpc)
const chainId = Number((await provider.getNetwork()).chainId)
const folder = join(DEPLOYMENTS, deployment ?? `chain-${chainId}`)
const addresses = JSON.parse(readFileSync(join(folder, 'deployed_addresses.json'), 'utf8')) as Record<
  string,
  string
>
const contract = addresses[CONTRACT]
if (contract === undefined || (await provider.getCode(contract)) === '0x')
  throw new Error(`chain ${chainId} does not hold the contract that was deployed from here`)
const deployedAt = readFileSync(join(folder, 'journal.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Entry)
  .findLast((entry) => entry.futureId === CONTRACT && entry.receipt !== undefined)?.receipt?.blockNumber
provider.destroy()

const network = {
  name,
  chainId,
  rpc,
  contract: contract.toLowerCase(),
  deployedAt,
  payer: { kind: 'wallet' },
  demo: null,
}
console.log(JSON.stringify(network, null, 2))
