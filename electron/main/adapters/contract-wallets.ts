import { Interface, type JsonRpcProvider } from 'ethers'
import type { ContractWallets } from '../ports/contract-wallets.ts'

const ERC1271 = new Interface([
  'function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)',
])
const MAGIC = '0x1626ba7e'

/** Asks the chain. What is no clear yes is a no: a node that fails, code that knows nothing of it, a longer answer. */
export function createContractWallets(provider: JsonRpcProvider): ContractWallets {
  return {
    accepts: async (account, hash, signature) => {
      try {
        if ((await provider.getCode(account)) === '0x') return false
        const data = ERC1271.encodeFunctionData('isValidSignature', [hash, signature])
        const [answer] = ERC1271.decodeFunctionResult(
          'isValidSignature',
          await provider.call({ to: account, data }),
        )
        return answer === MAGIC
      } catch {
        return false
      }
    },
  }
}
