import { claimKeyOf } from '../crypto/claim-code.ts'
import { addressOf } from '../crypto/device-key.ts'
import { Failure } from '../domain/failure.ts'
import { CODE_DAYS } from '../domain/person.ts'
import type { Paper } from '../ports/paper.ts'
import { readPerson } from './read-person.ts'
import type { World } from './world.ts'

/**
 * The slip with a code, to take home: a PDF.
 * @throws Failure E_CODE_MISTYPED, E_CODE_UNKNOWN, E_CODE_USED or E_CODE_VOID, since a slip that is no good is not printed
 */
export async function makeSlip(world: World, paper: Paper, code: string): Promise<Uint8Array> {
  const person = await readPerson(world, addressOf(claimKeyOf(world.deployment, code)))
  if (person.registeredAt === 0) throw new Failure('E_CODE_UNKNOWN')
  if (person.code === null) throw new Failure('E_CODE_USED')
  if (person.code === 'void') throw new Failure('E_CODE_VOID')
  return paper.print({
    kind: 'code',
    code,
    name: person.name,
    role: person.roles.includes('doctor') ? 'doctor' : 'patient',
    clinic: world.network.name,
    madeAt: person.registeredAt,
    days: CODE_DAYS,
  })
}
