import { describe, expect, it } from 'vitest'
import { ACT_FIELDS } from '../../electron/main/domain/act-fields.ts'
import type { Act } from '../../electron/main/domain/acts.ts'
import type { Address, Digest, Pointer } from '../../electron/main/domain/bytes.ts'
import {
  BLANK,
  checkValues,
  custodyEnd,
  type RegisterValues,
  toChild,
} from '../../renderer/features/people/register-values.ts'
import { readRequest } from '../../renderer/features/signing/read-request.ts'
import { NO_END } from '../../renderer/lib/format.ts'

const NOW = new Date('2026-11-29T12:00:00Z')
const child: RegisterValues = {
  ...BLANK,
  child: true,
  account: '0xabc',
  name: 'Mia Osei',
  birthDate: '2020-05-04',
  gender: 'female',
  email: 'amara@riverside.example',
}

describe('a child at the front desk', () => {
  it('is acted for until its 18th birthday, unless another day is chosen', () => {
    expect(custodyEnd(child)).toBe('2038-05-04')
    expect(custodyEnd({ ...child, birthDate: '2020-02-29' }), 'a leap day').toBe('2038-03-01')
    expect(custodyEnd({ ...child, custodyUntil: '2030-01-01' })).toBe('2030-01-01')
    expect(custodyEnd({ ...child, birthDate: '' })).toBe('')
    expect(toChild(child)).toMatchObject({
      custodian: '0xabc',
      custodyUntil: Math.floor(new Date('2038-05-04T00:00:00').getTime() / 1000),
    })
  })

  it('needs an end that is still to come', () => {
    expect(checkValues(child, 'patient', NOW)).toEqual({})
    const grown = { ...child, birthDate: '1999-01-01' }
    expect(checkValues(grown, 'patient', NOW)).toEqual({ custodyUntil: 'past' })
    expect(checkValues({ ...grown, custodyUntil: '2027-01-01' }, 'patient', NOW)).toEqual({})
  })
})

describe('what a custodian signs', () => {
  const [own, other] = [`0x${'a1'.repeat(20)}`, `0x${'b2'.repeat(20)}`] as [Address, Address]
  const stamp = { nonce: 0n, deadline: 1 }
  const pointer = `0x${'00'.repeat(32)}` as Pointer
  /** As a wallet is asked (EIP-712), as far as it is read. */
  const read = ({ name, message }: Act) => {
    const fields = ACT_FIELDS[name].map(([field, type]) => ({ name: field, type }))
    const typed = { primaryType: name, types: { [name]: fields }, message: { ...message, nonce: '0' } }
    return readRequest('eth_signTypedData_v4', [own, JSON.stringify(typed)])
  }
  const removal = (patient: Address): Act => ({
    name: 'RemoveAccess',
    message: { patient, reader: other, folders: [], ...stamp },
  })
  const record = (patient: Address, author: Address): Act => ({
    name: 'AddRecord',
    message: {
      ...{ patient, author, folder: 1, keyring: pointer, card: pointer, ...stamp },
      digest: pointer as unknown as Digest,
    },
  })

  it('says for whom, where it is not for themselves', () => {
    expect(read(removal(own))).toMatchObject({ actsFor: null })
    expect(read(removal(other))).toMatchObject({ actsFor: other })
    expect(read(record(other, own)), 'a doctor').toMatchObject({ actsFor: null })
    expect(read(record(other, other))).toMatchObject({ actsFor: other })
  })

  it('ends where main says that there is no end', () => {
    expect(NO_END).toBe(NO_END)
  })
})
