import { expect } from 'chai'
import type { ParamType } from 'ethers'
import { describe, it } from 'mocha'
import { CONTRACT } from '../../electron/main/adapters/ledger-abi.ts'
import { ACT_FIELDS } from '../../electron/main/domain/act-fields.ts'
import { type ActName, actTypes, functionOf, typesOf } from './support/acts.ts'
import { compiled, emptyClinic, ethers, networkHelpers } from './support/clinic.ts'

const acts = Object.keys(actTypes) as ActName[]

/** The EIP-712 fields that a struct of the ABI stands for. */
const fieldsOf = (struct: ParamType): string[] =>
  (struct.components ?? []).map(({ name, type, arrayChildren }) =>
    arrayChildren?.components ? `Views[] ${name}` : `${type} ${name}`,
  )

describe('The messages people sign', () => {
  it('each function takes exactly the fields of its message, in order, and a signature', async () => {
    const { chain } = await networkHelpers.loadFixture(emptyClinic)
    for (const act of acts) {
      const [message, signature] = chain.interface.getFunction(functionOf(act) as 'join').inputs
      const expected = actTypes[act].map(({ type, name }) => `${type} ${name}`)
      expect(fieldsOf(message!), act).to.deep.equal(expected)
      expect(signature!.type).to.equal('bytes')
    }
  })

  it('there is no way to change anything but these acts, alone or several at once', async () => {
    const changing: string[] = []
    for (const contract of Object.values(await compiled())) {
      contract.forEachFunction(({ name, constant }) => {
        if (!constant) changing.push(name)
      })
    }
    expect(changing.sort()).to.deep.equal([...acts.map(functionOf), 'bringAll'].sort())
  })

  it('every message ends with its number and its deadline', () => {
    for (const act of acts) {
      const tail = actTypes[act].slice(-2).map(({ type, name }) => `${type} ${name}`)
      expect(tail, act).to.deep.equal(['uint256 nonce', 'uint40 deadline'])
      expect(ethers.TypedDataEncoder.from(typesOf(act)).primaryType, act).to.equal(act)
    }
  })
})

describe('The app’s picture of the contract', () => {
  it('the app asks the wallet to sign what the contract checks', () => {
    for (const [act, fields] of Object.entries(ACT_FIELDS)) {
      const app = [...fields.map(([name, type]) => ({ type, name })), ...actTypes.Join.slice(-2)]
      expect(app, act).to.deep.equal(actTypes[act as ActName])
    }
  })

  it('every function, event and error the app knows is the compiler’s', async () => {
    const { chain } = await networkHelpers.loadFixture(emptyClinic)
    const compiled = chain.interface.fragments.map((fragment) => fragment.format('minimal'))
    for (const fragment of CONTRACT.fragments) {
      expect(compiled, fragment.format('full')).to.include(fragment.format('minimal'))
    }
  })

  it('the app knows every reason for which the contract refuses an act', async () => {
    const inherited = ['InvalidShortString', 'StringTooLong']
    const unknown: string[] = []
    for (const contract of Object.values(await compiled())) {
      contract.forEachError((error) => {
        if (!CONTRACT.getError(error.name) && !inherited.includes(error.name)) unknown.push(error.name)
      })
    }
    expect(unknown).to.deep.equal([])
  })
})
