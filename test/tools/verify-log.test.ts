import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { exportProof, exportTable } from '../../electron/main/flows/export-log.ts'
import { readKey } from '../../electron/main/flows/read-key.ts'
import { LETTER, openCast, terms, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'
import { runScript } from '../support/script.ts'

const SCRIPT = join(import.meta.dirname, '../../tools/verify-log/verify_log.py')

type Line = { block: number; place: number; data: string; hash: string }
type Bundle = { keys: Record<string, string>; histories: { subject: string; hash: string; lines: Line[] }[] }

describe('a log that is proven without the app', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let doctor: Person
  let patient: Person
  let bundle: Bundle

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ doctor, patient } = await openCast(clinic))
    const letter = { patient: patient.world.me, ...LETTER, title: '=1+1, "x"' }
    const added = await patient.jobs.add(letter, memorySource('letter.txt', [text('a letter')]))
    expect(await patient.settled(added)).toMatchObject({ state: 'done' })
    const given = await patient.jobs.give({ reader: doctor.world.me, ...terms() })
    expect(await patient.settled(given)).toMatchObject({ state: 'done' })
    bundle = JSON.parse(new TextDecoder().decode(await exportProof(patient.world)))
  })
  afterAll(() => clinic.close())

  function verify(changed: Bundle, ...args: string[]) {
    const path = join(clinic.folder, 'log.json')
    writeFileSync(path, JSON.stringify(changed))
    return runScript(SCRIPT, [path, ...args])
  }
  const changed = (change: (lines: Line[]) => void): Bundle => {
    const copy = structuredClone(bundle)
    change(copy.histories[1]!.lines)
    return copy
  }
  const chain = () => ['--rpc', clinic.network.rpc]

  it('is whole against the chain, and says of whom and up to where', async () => {
    expect(bundle.histories.map(({ subject }) => subject)).toEqual(['accounts', patient.world.me])
    const { status, told } = await verify(bundle, ...chain())
    expect({ status, told }).toMatchObject({ status: 0 })
    expect(told).toContain(`${patient.world.me}: 3 lines, whole`)
    expect(told).toContain('proven against the chain')
  })

  it('names no record, and names the keys by what people can compare', async () => {
    const { fingerprint } = await readKey(patient.world, doctor.world.me)
    expect(JSON.stringify(bundle)).not.toContain('1+1')
    expect(bundle.keys[doctor.world.me]).toBe(fingerprint)
  })

  it.each<[string, (lines: Line[]) => void, RegExp]>([
    [
      'edited',
      ([, line]) => {
        line!.data = line!.data.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
      },
      /line 2 /,
    ],
    ['deleted', (lines) => lines.splice(1, 1), /line 2 /],
    ['swapped', (lines) => lines.splice(0, 2, lines[1]!, lines[0]!), /line 1 /],
    ['added', (lines) => lines.splice(1, 0, lines[0]!), /line 2 /],
    ['left out at the end', (lines) => lines.pop(), /missing or changed/],
  ])('a line that is %s is found', async (_, change, named) => {
    const { status, told } = await verify(changed(change))
    expect(status).toBe(1)
    expect(told).toMatch(named)
  })

  it('a file that is consistent in itself but not what the chain has is refused by the chain alone', async () => {
    const forged = changed((lines) => lines.pop())
    forged.histories[1]!.hash = forged.histories[1]!.lines.at(-1)!.hash
    expect(await verify(forged)).toMatchObject({ status: 0 })
    expect((await verify(forged, ...chain())).told).toMatch(/missing or changed/)
  })

  it('as a table has what the person sees, and nothing that a spreadsheet computes', async () => {
    const table = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportTable(patient.world))
    const lines = table.trimEnd().split('\r\n')
    expect(lines[0]).toMatch(/^\uFEFFtime,what,by/)
    expect(lines.find((line) => line.includes('record-added'))).toContain(`,"'=1+1, ""x""",`)
    expect(lines.find((line) => line.includes('access-given'))).toContain(doctor.world.me)
  })
})
