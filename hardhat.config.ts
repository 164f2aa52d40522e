import { createRequire } from 'node:module'
import toolbox from '@nomicfoundation/hardhat-toolbox-mocha-ethers'
import { configVariable, defineConfig } from 'hardhat/config'

const require = createRequire(import.meta.url)

// The compiler is the npm package: nothing is fetched. Hardhat loads a wasm file given as `path`.
// One set of settings for all profiles, so that what is tested and measured is what is deployed. A deployment, whose profile
// is `production`, finds it compiled: Hardhat knows it by the settings as JSON, where `optimizer` comes first in that profile.
const solc = {
  isolated: false,
  toolVersionsInBuildInfo: true,
  version: (require('solc/package.json') as { version: string }).version.split('+')[0]!,
  path: require.resolve('solc/soljson.js'),
  settings: { optimizer: { enabled: true, runs: 200 }, evmVersion: 'osaka', viaIR: true },
}

export default defineConfig({
  plugins: [toolbox],
  paths: { tests: { mocha: 'test/contracts', solidity: 'test/contracts' }, ignition: 'tools/deploy' },
  solidity: { profiles: { default: solc, production: solc } },
  networks: {
    default: { type: 'edr-simulated', chainType: 'l1', hardfork: 'osaka' },
    // Where a clinic's contract goes (docs/deploy.md).
    clinic: {
      type: 'http',
      url: configVariable('CLINIC_RPC'),
      accounts: [configVariable('CLINIC_DEPLOYER_KEY')],
    },
  },
  test: {
    solidity: { fuzz: { runs: 256, seed: '0x1' }, invariant: { runs: 32, depth: 64, failOnRevert: true } },
  },
})
