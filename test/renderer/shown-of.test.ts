import { describe, expect, it } from 'vitest'
import { shownOf } from '../../renderer/features/desk/shown-of.ts'

const mark = { words: ['acid', 'bacon', 'cable'], colour: 'teal' } as const
const nobody = { name: '', birthDate: '', picture: null }
const somebody = { name: ' Mei Lin ', birthDate: '2003-06-25', picture: null }

describe('what the person in front of the desk sees', () => {
  it('is their code while it waits, and where their phone is after it', () => {
    const pairing = { link: 'wc:code', expiresAt: 7 }
    expect(shownOf({ stage: 'asking' }, nobody, false)).toEqual({ step: 'wait' })
    expect(shownOf({ stage: 'waiting', pairing }, nobody, false)).toEqual({ step: 'scan', ...pairing })
    expect(shownOf({ stage: 'other-chain' }, nobody, false)).toEqual({ step: 'other-chain' })
    expect(shownOf({ stage: 'signing', mark }, somebody, false)).toEqual({ step: 'sign', mark })
  })

  it('is what is written of them only when their address is proven and there is something to check', () => {
    expect(shownOf({ stage: 'idle', failure: null }, somebody, false)).toEqual({ step: 'wait' })
    expect(shownOf({ stage: 'proven', mark }, nobody, false)).toEqual({ step: 'proven', mark })
    expect(shownOf({ stage: 'proven', mark }, somebody, false)).toEqual({
      step: 'check',
      mark,
      ...somebody,
      name: 'Mei Lin',
    })
    expect(shownOf({ stage: 'proven', mark }, somebody, true)).toEqual({ step: 'registered' })
  })

  it.each([
    ['E_WALLET_REJECTED', 'declined'],
    ['E_WALLET_NO_REPLY', 'expired'],
    ['E_SIGNATURE_FOREIGN', 'failed'],
  ])('is why it stopped, without the desk’s particulars: %s', (code, reason) => {
    expect(shownOf({ stage: 'idle', failure: { code } }, somebody, false)).toEqual({
      step: 'stopped',
      reason,
    })
    expect(shownOf({ stage: 'registered' }, somebody, false)).toEqual({
      step: 'stopped',
      reason: 'registered',
    })
  })
})
