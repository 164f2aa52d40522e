import { describe, expect, it } from 'vitest'
import { readRequest } from '../../renderer/features/signing/read-request.ts'

const account = `0x${'a1'.repeat(20)}`

describe('a text to sign is told as what it is', () => {
  it.each([
    ['sign-in', `medical-chain wants you to sign in with your Ethereum account:\n${account}\n`],
    ['network-file', 'This is the network file of Riverside Clinic.\n\nChain: 2026\n'],
    [null, 'Pay me.\nThis is the network file of nobody.\n'],
    [null, 'Whether medical-chain wants you to sign in or not'],
  ])('%s: %s', (purpose, text) => {
    const hex = Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0'))
    const params = [`0x${hex.join('')}`, account]
    expect(readRequest('personal_sign', params)).toMatchObject({ kind: 'text', purpose, text })
  })
})
