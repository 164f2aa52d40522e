import { describe, expect, it } from 'vitest'
import { dateShift } from '../../electron/main/crypto/date-shift.ts'
import { generateRsa, importPrivateKey, pkcs8Of } from '../../electron/main/crypto/key-pair.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'

const contract = `0x${'cc'.repeat(20)}` as Address
const patients = Array.from(
  { length: 200 },
  (_, place) => `0x${place.toString(16).padStart(40, '0')}` as Address,
)

describe('the days by which a patient’s dates move', () => {
  it('are up to half a year either way, never none, and differ from patient to patient', async () => {
    const key = await generateRsa()
    const days = patients.map((patient) => dateShift(key, { chainId: 1, contract }, patient))
    for (const each of days) {
      expect(Math.abs(each)).toBeGreaterThanOrEqual(1)
      expect(Math.abs(each)).toBeLessThanOrEqual(182)
    }
    expect(new Set(days).size).toBeGreaterThan(100)
    expect([Math.min(...days) < 0, Math.max(...days) > 0]).toEqual([true, true])
    const again = importPrivateKey(pkcs8Of(key))
    expect(patients.map((patient) => dateShift(again, { chainId: 1, contract }, patient))).toEqual(days)
  })

  it('can’t be told without the key', async () => {
    const [one, other] = await Promise.all([generateRsa(), generateRsa()])
    const of = (key: typeof one) =>
      patients.map((patient) => dateShift(key, { chainId: 1, contract }, patient))
    expect(of(one)).not.toEqual(of(other))
  })
})
