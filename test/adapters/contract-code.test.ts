import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { isKnownCode } from '../../electron/main/adapters/contract-code.ts'

const ARTIFACT = join(import.meta.dirname, '../../artifacts/contracts/MedicalChain.sol/MedicalChain.json')

type Artifact = {
  readonly deployedBytecode: string
  readonly immutableReferences: Readonly<Record<string, readonly { start: number; length: number }[]>>
}

describe('the contract’s code', () => {
  let code: Buffer
  let immutables: readonly { start: number; length: number }[]

  beforeAll(() => {
    const artifact: Artifact = JSON.parse(readFileSync(ARTIFACT, 'utf8'))
    code = Buffer.from(artifact.deployedBytecode.slice(2), 'hex')
    immutables = Object.values(artifact.immutableReferences).flat()
  })

  const known = (bytes: Buffer): boolean => isKnownCode(`0x${bytes.toString('hex')}`)

  it('is known as the compiler made it', () => {
    expect(known(code)).toBe(true)
  })

  it('is known whatever a deployment has put into its immutable values', () => {
    const deployed = Buffer.from(code)
    for (const { start, length } of immutables) deployed.fill(0xa5, start, start + length)
    expect(immutables.length).toBeGreaterThan(0)
    expect(known(deployed)).toBe(true)
  })

  it.each(['first', 'last'])('is not known when its %s byte differs', (which) => {
    const other = Buffer.from(code)
    other[which === 'first' ? 0 : other.length - 1]! ^= 1
    expect(known(other)).toBe(false)
  })

  it.each(['0x', '0x00'])('is not known where there is %s', (none) => {
    expect(isKnownCode(none)).toBe(false)
  })
})
