import { copyFile, rename } from 'node:fs/promises'
import type { calls } from '../ipc/contract.ts'
import type { Handlers } from '../ipc/kit.ts'
import { Failure } from './domain/failure.ts'
import { examineClinic } from './examine-clinic.ts'
import type { Parts } from './handlers/parts.ts'
import { readClinicFile } from './network-file.ts'

type Desk = Pick<Parts, 'settings'> & {
  readonly shell: Pick<Parts['shell'], 'about' | 'chooseNetworkFile'>
  /** Where this computer's network file goes. */
  readonly path: string
  /** Told once the file is in its place. */
  readonly joined: () => Promise<void>
}

/** What the page may ask for while this computer belongs to no clinic: little more than to join one. */
export function joiningHandlers({ settings, shell, path, joined }: Desk): Handlers<typeof calls> {
  let chosen: string | null = null
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
    'clinic.choose': async () => {
      const file = await shell.chooseNetworkFile()
      const offer = await examineClinic(await readClinicFile(file))
      chosen = offer.usable ? file : null
      return offer
    },
    'clinic.use': async () => {
      if (chosen === null) throw new Failure('E_NO_CLINIC')
      await copyFile(chosen, `${path}.partial`)
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
