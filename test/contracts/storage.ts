import { readdir, readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { describe, it } from 'mocha'
import { bits, DAY, ethers, networkHelpers, treatedPatient } from './support/clinic.ts'

const { loadFixture } = networkHelpers
const contracts = new URL('../../contracts/', import.meta.url)
const coder = ethers.AbiCoder.defaultAbiCoder()

/** ERC-7201: where the struct of this name begins. */
const slotOf = (id: string): string => {
  const inner = BigInt(ethers.id(id)) - 1n
  const hash = BigInt(ethers.keccak256(coder.encode(['uint256'], [inner])))
  return ethers.toBeHex(hash & ~0xffn, 32)
}

const inMapping = (key: string, slot: string): string =>
  ethers.keccak256(coder.encode(['address', 'bytes32'], [key, slot]))

describe('Storage', () => {
  it('every module has its own namespace, at the slot ERC-7201 gives it', async () => {
    const files = (await readdir(contracts)).filter((file) => file.endsWith('.sol'))
    const found: string[] = []
    for (const file of files) {
      const source = await readFile(new URL(file, contracts), 'utf8')
      const id = source.match(/@custom:storage-location erc7201:(\S+)/)?.[1]
      if (!id) continue
      expect(source, file).to.include(`_STORAGE =\n        ${slotOf(id)};`)
      found.push(id)
    }
    const modules = ['Acts', 'Custodies', 'Devices', 'Emergencies', 'Folders', 'History', 'People', 'Rights']
    expect(found.sort()).to.deep.equal(modules.map((name) => `medical-chain.storage.${name}`))
  })

  it('a right fills one slot', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [patient, reader] = [clinic.at('patient'), clinic.at('doctor')]
    const slot = inMapping(reader, inMapping(patient, slotOf('medical-chain.storage.Rights')))
    const word = BigInt(await ethers.provider.getStorage(await clinic.chain.getAddress(), slot))
    const { since, until } = await clinic.chain.rightOf(patient, reader)
    const mayAdd = 1n << 80n
    expect(word).to.equal(since | (until << 40n) | mayAdd | (bits(0, 1) << 96n))
    expect(until - since).to.be.within(BigInt(29 * DAY), BigInt(30 * DAY))
  })

  it('a patient has one head slot and one slot for the rolling hash', async () => {
    const clinic = await loadFixture(treatedPatient)
    const patient = clinic.at('patient')
    const contract = await clinic.chain.getAddress()
    const slot = inMapping(patient, slotOf('medical-chain.storage.History'))
    const { lastChange, records, nonce } = await clinic.chain.headOf(patient)
    const head = BigInt(await ethers.provider.getStorage(contract, slot))
    expect(head).to.equal(lastChange | (records << 48n) | (nonce << 88n))
    const next = ethers.toBeHex(BigInt(slot) + 1n, 32)
    const history = await ethers.provider.getStorage(contract, next)
    expect(history).to.equal(await clinic.chain.historyOf(patient))
  })
})
