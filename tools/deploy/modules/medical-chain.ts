import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'

/** The clinic's contract. Parameter `admin`: the account of its first admin, who appoints the others. */
export default buildModule('MedicalChain', (module) => ({
  medicalChain: module.contract('MedicalChain', [module.getParameter('admin')]),
}))
