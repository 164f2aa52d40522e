import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeReceipt } from '../../electron/main/flows/make-receipt.ts'
import { readLog } from '../../electron/main/flows/read-log.ts'
import type { World } from '../../electron/main/flows/world.ts'
import type { Paper, Sheet } from '../../electron/main/ports/paper.ts'
import { openCast, terms } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

describe('a receipt', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let doctor: Person
  let patient: Person
  let given: string
  const printed: Sheet[] = []
  const paper: Paper = {
    print: async (sheet) => {
      printed.push(sheet)
      return new Uint8Array()
    },
  }

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ doctor, patient } = await openCast(clinic))
    await patient.settled(await patient.jobs.give({ reader: doctor.world.me, ...terms() }))
    given = (await readLog(patient.world)).find(({ kind }) => kind === 'access-given')!.id
  })
  afterAll(() => clinic.close())

  it('says of an act what the chain has, once the log is proven', async () => {
    await makeReceipt(patient.world, paper, given)
    expect(printed).toMatchObject([
      {
        kind: 'receipt',
        line: {
          kind: 'access-given',
          actor: patient.world.me,
          subject: doctor.world.me,
          transaction: expect.stringMatching(/^0x[0-9a-f]{64}$/),
        },
        clinic: 'Test clinic',
        contract: clinic.network.contract,
        proven: { block: expect.any(Number), witnessed: false },
      },
    ])
  })

  it('is not printed of a line that is not in one’s log', async () => {
    await expect(makeReceipt(patient.world, paper, '0:0')).rejects.toMatchObject({ code: 'E_INPUT' })
  })

  it('is not printed from a log that differs from the chain, nor while two nodes differ', async () => {
    const { index, witness } = patient.world
    const prove = async (...of: Parameters<typeof index.prove>) => ({
      ...(await index.prove(...of)),
      whole: false,
    })
    const changed: World = { ...patient.world, index: Object.assign(Object.create(index), { prove }) }
    await expect(makeReceipt(changed, paper, given)).rejects.toMatchObject({ code: 'E_HISTORY_MISMATCH' })
    const disputed: World = {
      ...patient.world,
      witness: Object.assign(Object.create(witness), { confirms: async () => 'differs' }),
    }
    await expect(makeReceipt(disputed, paper, given)).rejects.toMatchObject({ code: 'E_CHAIN_DISPUTED' })
    expect(printed).toHaveLength(1)
  })
})
