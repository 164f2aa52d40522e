import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTRACT, functionOf } from '../../electron/main/adapters/ledger-abi.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'
import type { SignedAct } from '../../electron/main/flows/bring-act.ts'
import { openRelayed, type Relayed } from '../support/relayed.ts'

describe("the clinic's account can change nothing of what was signed", () => {
  let clinic: Relayed

  beforeAll(async () => {
    clinic = await openRelayed()
  })
  afterAll(() => clinic.close())

  const acts = {
    AddRecord: () => clinic.record(),
    OpenFolders: () => signed('OpenFolders', { folders: [9], keyrings: [`0x${'09'.repeat(32)}`] }),
    RemoveAccess: () => signed('RemoveAccess', { reader: clinic.relayer, folders: [1] }),
    LogViews: () =>
      signed('LogViews', {
        viewer: clinic.patient.world.me,
        views: [{ patient: clinic.patient.world.me, records: [0], times: [1] }],
      }),
  }
  const signed = async (
    name: 'OpenFolders' | 'RemoveAccess' | 'LogViews',
    fields: object,
  ): Promise<SignedAct> => {
    const message = { patient: clinic.patient.world.me, ...fields }
    const act = await clinic.patient.world.ledger.stamp(name, message as never)
    return { act, signature: await clinic.patient.wallet.signAct(act) }
  }

  it.each(Object.keys(acts) as (keyof typeof acts)[])('%s', async (name) => {
    const { act, signature } = await acts[name]()
    const fields = Object.keys(act.message).filter((field) => name !== 'LogViews' || field !== 'patient')
    for (const field of fields) {
      const message = { ...act.message, [field]: altered((act.message as never)[field]) }
      const data = CONTRACT.encodeFunctionData(functionOf(name), [message, signature])
      const call = clinic.provider.call({ from: clinic.relayer, to: clinic.network.contract, data })
      const refused = await call.catch((error: { data: string }) => CONTRACT.parseError(error.data)?.name)
      expect(refused, field).toBe('BadSignature')
    }
  })
})

/** The same kind of value, and another one. */
function altered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(altered)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, altered(each)]))
  if (typeof value === 'boolean') return !value
  if (typeof value === 'bigint') return value + 1n
  if (typeof value === 'number') return value + 1
  const text = value as Address
  return `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`
}
