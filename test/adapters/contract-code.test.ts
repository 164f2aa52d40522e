import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { isKnownContract } from '../../electron/main/adapters/contract-code.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'

type Artifact = {
  readonly deployedBytecode: string
  readonly immutableReferences: Readonly<Record<string, readonly { start: number; length: number }[]>>
}
type Compiled = { readonly code: Buffer; readonly immutables: readonly { start: number; length: number }[] }

function compiled(name: string): Compiled {
  const path = join(import.meta.dirname, `../../artifacts/contracts/${name}.sol/${name}.json`)
  const artifact: Artifact = JSON.parse(readFileSync(path, 'utf8'))
  return {
    code: Buffer.from(artifact.deployedBytecode.slice(2), 'hex'),
    immutables: Object.values(artifact.immutableReferences).flat(),
  }
}

const CONTRACT = `0x${'c0'.repeat(20)}` as Address
const EMERGENCY = `0x${'e0'.repeat(20)}` as Address
/** Where the newest contract names the other one. */
const NAMED_AT = 32 + 12

describe('the contract’s code', () => {
  let main: Compiled
  let emergency: Compiled

  beforeAll(() => {
    main = compiled('MedicalChain')
    emergency = compiled('Emergency')
  })

  const named = (code: Buffer): Buffer => {
    const deployed = Buffer.from(code)
    deployed.write(EMERGENCY.slice(2), NAMED_AT, 'hex')
    return deployed
  }
  const known = (code: Buffer, other: Buffer | null): Promise<boolean> =>
    isKnownContract(CONTRACT, async (address) => {
      const found = { [CONTRACT]: code, [EMERGENCY]: other }[address]
      return found ? `0x${found.toString('hex')}` : '0x'
    })

  it('is known as the compiler made it', async () => {
    expect(await known(named(main.code), emergency.code)).toBe(true)
  })

  it('is known whatever a deployment has put into its immutable values', async () => {
    const filled = ({ code, immutables }: Compiled): Buffer => {
      const deployed = Buffer.from(code)
      for (const { start, length } of immutables) deployed.fill(0xa5, start, start + length)
      expect(immutables.length).toBeGreaterThan(0)
      return deployed
    }
    expect(await known(named(filled(main)), filled(emergency))).toBe(true)
  })

  it.each(['first', 'last'])('is not known when its %s byte differs', async (which) => {
    const changed = (code: Buffer): Buffer => {
      const other = Buffer.from(code)
      other[which === 'first' ? 0 : other.length - 1]! ^= 1
      return other
    }
    expect(await known(named(changed(main.code)), emergency.code)).toBe(false)
    expect(await known(named(main.code), changed(emergency.code))).toBe(false)
  })

  it('is not known when it hands emergencies to nothing, or to itself', async () => {
    expect(await known(named(main.code), null)).toBe(false)
    expect(await known(named(main.code), main.code)).toBe(false)
  })

  it.each(['0x', '0x00'])('is not known where there is %s', async (none) => {
    expect(await isKnownContract(CONTRACT, async () => none)).toBe(false)
  })
})
