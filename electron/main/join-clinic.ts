import { rename, writeFile } from 'node:fs/promises'
import type { calls } from '../ipc/contract.ts'
import type { Handlers } from '../ipc/kit.ts'
import { decodeClinicCode } from './clinic-code.ts'
import { describeClinic } from './describe-clinic.ts'
import type { ClinicOffer } from './domain/clinic-file.ts'
import { Failure } from './domain/failure.ts'
import { examineClinic } from './examine-clinic.ts'
import type { Parts } from './handlers/parts.ts'
import { parseClinicFile } from './network-file.ts'

type Desk = Pick<Parts, 'settings'> & {
  readonly shell: Pick<Parts['shell'], 'about' | 'readNetworkFile'>
  /** Where this computer's network file goes. */
  readonly path: string
  /** Told once the file is in its place. */
  readonly joined: () => Promise<void>
}

/** What the page may ask for while this computer belongs to no clinic: little more than to join one. */
export function joiningHandlers({ settings, shell, path, joined }: Desk): Handlers<typeof calls> {
  /** The text of the file that was offered last, if it may be used. */
  let chosen: string | null = null

  async function offer(text: string): Promise<ClinicOffer> {
    chosen = null
    const found = await examineClinic(parseClinicFile(text))
    if (found.usable) chosen = text
    return found
  }

  const known: Partial<Handlers<typeof calls>> = {
    'app.about': () => shell.about(),
    'settings.read': () => settings.read(),
    'settings.write': (change) => settings.write(change as Parameters<typeof settings.write>[0]),
    'session.state': () => ({ stage: 'no-clinic' }),
    'demo.people': () => null,
    'wallet.phones': () => null,
    'wallet.connected': () => undefined,
    'jobs.list': () => [],
    'visit.state': () => null,
    'clinic.choose': async () => offer(new TextDecoder().decode(await shell.readNetworkFile())),
    'clinic.readCode': async ({ line }) => offer(decodeClinicCode(line)),
    'clinic.describe': async (described) => offer(await describeClinic(described)),
    'clinic.use': async () => {
      if (chosen === null) throw new Failure('E_NO_CLINIC')
      await writeFile(`${path}.partial`, chosen)
      await rename(`${path}.partial`, path)
      await joined()
    },
  }
  const nothingElse = (): never => {
    throw new Failure('E_NO_CLINIC')
  }
  return new Proxy(known, {
    get: (handlers, name) => Reflect.get(handlers, name) ?? nothingElse,
  }) as Handlers<typeof calls>
}
