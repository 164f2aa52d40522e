import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContractFactory, type JsonRpcProvider } from 'ethers'

const ARTIFACT = join(import.meta.dirname, '../../artifacts/contracts/MedicalChain.sol/MedicalChain.json')

/** Deploys the contract from the node's first account. @param admin the clinic's first admin */
export async function deploy(
  provider: JsonRpcProvider,
  admin: string,
): Promise<{ address: string; block: number }> {
  const { abi, bytecode } = JSON.parse(readFileSync(ARTIFACT, 'utf8'))
  const factory = new ContractFactory(abi, bytecode, await provider.getSigner(0))
  const contract = await factory.deploy(admin)
  const receipt = await contract.deploymentTransaction()!.wait()
  return { address: (await contract.getAddress()).toLowerCase(), block: receipt!.blockNumber }
}
